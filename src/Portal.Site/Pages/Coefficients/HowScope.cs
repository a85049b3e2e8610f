using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A school part in scope.</summary>
/// <param name="Name">Name with its part.</param>
/// <param name="Address">Its page, null where it has none.</param>
/// <param name="Id">Code.</param>
/// <param name="Township">Township.</param>
/// <param name="Pupils">Pupils as printed in the cells, or why they are not shown.</param>
/// <param name="Cell">Names of those cells.</param>
public sealed record HowSchool(string Name, string? Address, string Id, string Township, string Pupils, string Cell)
{
    /// <summary>Errata of the cells that the row shows.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A school part outside.</summary>
/// <param name="Name">Name with its part.</param>
/// <param name="Id">Code.</param>
/// <param name="Reason">Reason.</param>
/// <param name="By">Whose reason it is: the scheme's rule, a decision.</param>
public sealed record HowOutside(string Name, string Id, string Reason, string By)
{
    /// <summary>Errata of the decision.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A row that is counted with another (不计校数).</summary>
public sealed record HowHosted(string Name, string Id, string Host, string Row);

/// <summary>How a through-school is split.</summary>
/// <param name="Name">Name with its part.</param>
/// <param name="Type">Type.</param>
/// <param name="Sum">Pupils times weight, stage by stage.</param>
/// <param name="Share">Share with all its digits, or why there is none.</param>
public sealed record HowSplit(string Name, string Type, string Sum, string Share);

/// <summary>Who is in and who is out.</summary>
/// <param name="Files">Files that the schools stand in.</param>
/// <param name="PupilsColumn">Column of the pupils with its letters.</param>
/// <param name="Schools">Schools in, in id order.</param>
/// <param name="Pupils">Their pupils together; 不予公布 where single schools' are not published.</param>
/// <param name="Unknown">Schools in scope without pupils reported.</param>
/// <param name="Outside">Schools outside.</param>
/// <param name="Hosted">Rows counted with others.</param>
/// <param name="Splits">Through-schools.</param>
/// <param name="Weights">The scheme's weights in words, empty where nothing is split.</param>
public sealed record HowScope(
    IReadOnlyList<string> Files, string PupilsColumn, IReadOnlyList<HowSchool> Schools, string Pupils, IReadOnlyList<HowSchool> Unknown,
    IReadOnlyList<HowOutside> Outside, IReadOnlyList<HowHosted> Hosted, IReadOnlyList<HowSplit> Splits, string Weights)
{
    /// <summary>The scope of a working.</summary>
    public static HowScope Of(SiteContext site, HowCells cells)
    {
        Working working = cells.Working;
        Vocabulary words = site.Data.Vocabulary;
        string pupils = Working.PupilsOf(working.Result.Stage);
        SchoolTable table = working.Release.Schools;
        return new HowScope(
            cells.Files,
            Column(words, cells, pupils),
            [.. working.Scope.In.Select(School)],
            Format.Number(working.Result.Pupils),
            [.. working.Scope.Unknown.Select(School)],
            [.. working.Scope.Out.Select(o => new HowOutside(
                cells.Name(o.Part),
                o.Part.School.Id.Value,
                o.Reason,
                o.ByDecision ? "按决定，发布的 exclusions 表" : o.Reason == StageScope.NoPupils ? "学生数为 0，不能相除" : $"按{working.Scheme.Document}的范围")
            {
                Fixes = o.ByDecision ? Fix.OfRow(site, working.Release, "exclusions", o.Part.School.Id.Value, working.Result.Stage.Value, working.Scheme.Id.Value) : [],
            })],
            [.. working.Scope.In.Concat(working.Scope.Unknown).SelectMany(p => p.Hosted.Select(row => new HowHosted(
                table[row].Name,
                table[row].Id.Value,
                cells.Name(p),
                table[row].Origin.Row.ToString(CultureInfo.InvariantCulture))))],
            [.. working.Splits.Select(s => new HowSplit(
                cells.Name(s.Part),
                s.Part.Type?.Label ?? s.Part.School.Type,
                string.Join(" + ", s.Stages.Select(p => $"{Stage(site, working.Scheme, p.Stage)} {Format.Amount(p.Pupils)} × {Format.Exact(p.Weight)}")),
                s.Share.IsKnown ? Format.Exact(s.Share.Value) : Format.Missing(s.Share.Why)))],
            working.Splits.Count == 0 ? "" : string.Join("、", working.Splits.SelectMany(s => s.Stages).DistinctBy(s => s.Stage).OrderBy(s => s.Weight).Select(s => $"{Stage(site, working.Scheme, s.Stage)} {Format.Exact(s.Weight)}")));

        HowSchool School(SchoolPart part) => new(
            cells.Name(part),
            site.Data.LatestOf(part.School.Id) is null ? null : Addresses.School(part.School.Id),
            part.School.Id.Value,
            part.School.Township,
            working.PupilsShown ? cells.Values(part, pupils) : Format.Missing(CellState.Withheld),
            cells.Names(part, pupils))
        {
            Fixes = [.. part.Hosted.Prepend(part.Row).SelectMany(row => Fix.OfSchool(site, working.Release, table[row].Id, ["name", "township", pupils]))],
        };
    }

    /// <summary>A column with its letters: 小学在校生数（L 列）.</summary>
    public static string Column(Vocabulary words, HowCells cells, string column)
    {
        string label = words.Column(column)?.Label ?? column;
        string letters = cells.Letters(column);
        return letters.Length == 0 ? label : $"{label}（{letters}）";
    }

    // A stage that the scheme does not judge (高中) is named after its column of pupils.
    private static string Stage(SiteContext site, Scheme scheme, StageId stage) =>
        scheme.Stages.Any(s => s.Id == stage) ? scheme.StageLabel(stage) : site.Data.Vocabulary.Column(Working.PupilsOf(stage))?.Label ?? stage.Value;
}
