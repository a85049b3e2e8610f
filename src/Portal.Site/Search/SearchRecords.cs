namespace Portal.Site.Search;

/// <summary>A place that search can find: country, province, city or county.</summary>
/// <param name="Code">Code of the place, e.g. <c>990121</c>.</param>
/// <param name="Name">Its name, e.g. 青渡县.</param>
/// <param name="Level">The label that readers see beside the name, e.g. 县区; may be empty.</param>
/// <param name="Parent">Code of the place above; empty for the country.</param>
/// <param name="Address">Address of its page from the root of the site, e.g. <c>/places/990121/</c>.</param>
/// <param name="Decided">What the authority decided (认定), in a phrase that many places share; may be empty.</param>
/// <param name="Computed">What was worked out (测算), likewise.</param>
public sealed record SearchPlace(string Code, string Name, string Level, string Parent, string Address, string Decided = "", string Computed = "");

/// <summary>A school that search can find.</summary>
/// <param name="Id">Code of the school (学校标识码).</param>
/// <param name="Name">Its name of today.</param>
/// <param name="FormerNames">Names that it had before (曾用名).</param>
/// <param name="Township">Township (乡镇、街道) as shown; may be empty.</param>
/// <param name="Place">Code of its county.</param>
/// <param name="Stages">Label of its stages, e.g. 小学.</param>
/// <param name="Address">Address of its page from the root of the site, e.g. <c>/schools/9901210001/</c>.</param>
/// <param name="Note">What became of a closed school, e.g. 已撤并，并入青渡县城关小学. A school with a note is listed after the others.</param>
public sealed record SearchSchool(
    string Id,
    string Name,
    IReadOnlyList<string> FormerNames,
    string Township,
    string Place,
    string Stages,
    string Address,
    string? Note);

/// <summary>A file of the index. Its bytes are made when asked for, so that the index is never whole in memory; safe to ask from several threads.</summary>
public sealed class SearchFile
{
    private readonly Func<string> text;

    internal SearchFile(string path, Func<string> text)
    {
        Path = path;
        this.text = text;
    }

    /// <summary>Path from the root of the site, e.g. <c>search/index/places</c>. The name is neutral: the file is gzip, but no server may label it so.</summary>
    public string Path { get; }

    /// <summary>The file: UTF-8 text, gzip.</summary>
    public byte[] ToBytes() => GzipBytes.Of(text());
}
