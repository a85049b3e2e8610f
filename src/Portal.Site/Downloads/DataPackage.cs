using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Portal.Domain.Data;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <summary>What describes a release's downloads: a data package for programs, a text for people, the schemes' own settings.</summary>
internal static class DataPackage
{
    /// <summary>Name of the description.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>Largest relative difference at which a recomputed value still agrees with the published one.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>All files of a release below its data folder, without its page.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site, ReleaseDownloads downloads)
    {
        string folder = Addresses.Data(downloads.Release.Id);
        Basis basis = Basis.Of(downloads.Release.Id);
        foreach (PlannedFile file in DownloadPair.Staggered(downloads.Tables.SelectMany(table => table.Files(folder, basis)), folder))
        {
            yield return file;
        }

        foreach (Scheme scheme in downloads.Release.Schemes.Select(site.Data.Scheme).OfType<Scheme>())
        {
            yield return Json($"{folder}scheme-{scheme.Id}/scheme.json", to => WriteScheme(to, scheme), basis);
        }

        yield return Json(folder + FileName, to => Write(to, site, downloads), basis);
        yield return new PlannedBytes(folder + "README.txt", "下载的说明", to => to.Write(Encoding.UTF8.GetBytes("\uFEFF" + Readme(site, downloads).ReplaceLineEndings("\r\n")))) { Basis = basis };
    }

    /// <summary>The list of releases that have downloads, for programs.</summary>
    public static PlannedFile Index(Dataset data) => Json(Addresses.DataIndex, to =>
    {
        to.WriteStartArray("releases");
        foreach (Release release in data.Releases)
        {
            to.WriteStartObject();
            to.WriteString("id", release.Id.ToString());
            to.WriteString("title", release.Title);
            to.WriteString("published", Format.Day(release.Published));
            to.WriteString("path", $"{release.Id}/data/{FileName}");
            to.WriteEndObject();
        }

        to.WriteEndArray();
    });

    /// <summary>The words of README.txt.</summary>
    public static string Readme(SiteContext site, ReleaseDownloads downloads)
    {
        Release release = downloads.Release;
        Settings settings = site.Data.Settings;
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{settings.Title}：发布 {release.Id} 的数据下载\n\n");
        if (site.Mark is { } mark)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mark}：{settings.Notice}\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{release.Title}，{Format.Day(release.Published)} 发布，数据截至 {Format.Day(release.AsOf)}。\n");
        text.Append(CultureInfo.InvariantCulture, $"引用：{Citation(site, release)}\n使用：{Licence(site, release)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            怎样读
            - CSV 是 UTF-8（带 BOM），逗号分隔，第一行是列名；JSON 是同样的值。文件名不变，列名不变义。
            - 数按全精度写出；填报的数照原来的位数。空着是待填报或没有，z 不适用，x 无法取得，c 不予公布；空着从来不是 0。
            - 以 = + - @（全角的也算）、制表符或换行开头的文字，前面加了一个单引号，免得电子表格把它当公式；原来就以单引号开头的也加一个。去掉一个单引号就是原文。
            - nature 一列：computed 是测算，reference 是差距（参考）。认定只在 procedure.csv，由主管机关作出，不由本站算出。
            - outcome 一列：met 达到，not_met 未达到，not_reported 暂无法判定，not_applicable 不适用。nature 为 reference 的行，标准还没有对这个县适用：met 是已在要求内，not_met 是还有差距，不是未达标。

            怎样核对
            - 下载本站的程序，运行：dotnet run --project src/Portal -- verify <本文件夹或本页的地址>
            - 它只读这些文件，另用一段程序重算每个差异系数和每个结论，逐格比较；输入不予公布的，写“不可复算”和原因。
            - 容差：两数相差不超过较大者的 {Tolerance.ToString("R", CultureInfo.InvariantCulture)} 倍，算作一致；由相减得出、接近 0 的数，按相减之前的数的 1E-12 倍。与限值、标准比较用未取整的值，允许 1E-12 的计算误差。

            """);
        foreach (DownloadTable table in downloads.Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{string.Join("、", table.Parts.Select(p => p.Name + ".csv"))}（{KindWord(table.Kind)}）：{table.Title}\n");
            foreach (DownloadColumn column in table.Columns)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {column.Name}：{column.Meaning}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Words of the citation.</summary>
    public static string Citation(SiteContext site, Release release) =>
        $"{site.Data.Settings.Publisher.Name}：《{release.Title}》，发布 {release.Id}，{Format.Day(release.Published)}。{site.Data.Settings.Origin}{site.Data.Settings.BasePath}{Addresses.Data(release.Id)}";

    /// <summary>Words of the licence.</summary>
    public static string Licence(SiteContext site, Release release) =>
        release.Licence.Length > 0 ? release.Licence : site.Data.Settings.Licence.Length > 0 ? site.Data.Settings.Licence : "请注明出处和发布号。";

    /// <summary>输入, 办法, 结果, 照录.</summary>
    public static string KindWord(DownloadKind kind) => kind switch
    {
        DownloadKind.Input => "输入",
        DownloadKind.Scheme => "办法",
        DownloadKind.Result => "结果",
        _ => "照录",
    };

    // The form of frictionlessdata.io/specs/data-package, with the release's own keys beside it.
    private static void Write(Utf8JsonWriter to, SiteContext site, ReleaseDownloads downloads)
    {
        Release release = downloads.Release;
        to.WriteString("profile", "data-package");
        to.WriteString("name", "release-" + release.Id);
        to.WriteString("title", $"{site.Data.Settings.Title}：{release.Title}" + (site.Mark is { } mark ? $"（{mark}）" : ""));
        to.WriteString("version", release.Id.ToString());
        to.WriteString("created", Format.Day(release.Published));
        to.WriteString("homepage", site.Data.Settings.Origin + site.Data.Settings.BasePath + Addresses.Data(release.Id));
        to.WriteStartArray("licenses");
        to.WriteStartObject();
        to.WriteString("title", Licence(site, release));
        to.WriteEndObject();
        to.WriteEndArray();
        to.WriteStartObject("release");
        to.WriteString("id", release.Id.ToString());
        to.WriteString("kind", site.Data.Settings.Kind switch { DataSetKind.Official => "official", DataSetKind.Demonstration => "demonstration", _ => "published-values" });
        to.WriteString("as_of", Format.Day(release.AsOf));
        to.WriteString("rule_date", Format.Day(release.RuleDate));
        to.WriteStartArray("schemes");
        foreach (SchemeId scheme in release.Schemes)
        {
            to.WriteStringValue(scheme.Value);
        }

        to.WriteEndArray();
        to.WriteNumber("tolerance", Tolerance);
        to.WriteNumber("minimum_group", site.Data.Settings.MinimumGroup);
        to.WriteEndObject();
        to.WriteStartArray("resources");
        foreach (DownloadTable table in downloads.Tables)
        {
            foreach (DownloadPart part in table.Parts)
            {
                Resource(to, table, part);
            }
        }

        to.WriteEndArray();
    }

    private static void Resource(Utf8JsonWriter to, DownloadTable table, DownloadPart part)
    {
        to.WriteStartObject();
        to.WriteString("name", part.Name.Replace('/', '-'));
        to.WriteString("table", table.Name);
        to.WriteString("kind", table.Kind switch { DownloadKind.Input => "input", DownloadKind.Scheme => "scheme", DownloadKind.Result => "result", _ => "document" });
        to.WriteString("title", part.Of.Length > 0 ? $"{table.Title}：{part.Of}" : table.Title);
        to.WriteString("path", part.Name + ".csv");
        to.WriteString("format", "csv");
        to.WriteString("encoding", "utf-8");
        to.WriteStartObject("schema");
        to.WriteStartArray("fields");
        foreach (DownloadColumn column in table.Columns)
        {
            to.WriteStartObject();
            to.WriteString("name", column.Name);
            to.WriteString("type", column.Type switch { DownloadType.Number => "number", DownloadType.Day => "date", _ => "string" });
            to.WriteString("description", column.Meaning);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteStartArray("missingValues");
        foreach (string marker in new[] { "", "z", "x", "c" })
        {
            to.WriteStringValue(marker);
        }

        to.WriteEndArray();
        to.WriteEndObject();
        to.WriteEndObject();
    }

    private static void WriteScheme(Utf8JsonWriter to, Scheme scheme)
    {
        to.WriteString("id", scheme.Id.Value);
        to.WriteString("title", scheme.Title);
        to.WriteString("short", scheme.Short);
        to.WriteString("document", scheme.Document);
        to.WriteString("in_force", Format.Day(scheme.InForce));
        to.WriteString("applies", scheme.AppliesToAll ? "all" : "on_application");
        Array(to, "stages", scheme.Stages, s =>
        {
            to.WriteString("id", s.Id.Value);
            to.WriteString("label", s.Label);
        });
        to.WriteStartObject("weights");
        foreach ((StageId stage, double weight) in scheme.Weights.OrderBy(w => w.Key.Value, StringComparer.Ordinal))
        {
            to.WriteNumber(stage.Value, weight);
        }

        to.WriteEndObject();
        Array(to, "outside", scheme.Outside, rule =>
        {
            to.WriteString("reason", rule.Reason);
            Words(to, "types", rule.Types);
            Words(to, "sponsors", rule.Sponsors);
            if (rule.PupilsBelow is { } below)
            {
                to.WriteNumber("pupils_below", below);
            }

            Words(to, "applies_to", new[] { (Scope.Coefficient, "coefficient"), (Scope.Standards, "standards"), (Scope.Items, "items") }.Where(s => rule.AppliesTo.HasFlag(s.Item1)).Select(s => s.Item2));
        });
        to.WriteStartObject("school_rule");
        if (scheme.MetAtLeast is { } least)
        {
            to.WriteNumber("met_at_least", least);
        }
        else
        {
            to.WriteString("met_at_least", "all");
        }

        to.WriteEndObject();
        to.WriteString("composite", scheme.Composite ? "mean" : "none");
        to.WriteNumber("min_schools", scheme.MinSchools);
        Array(to, "gates", scheme.Gates, gate =>
        {
            to.WriteString("id", gate.Id);
            to.WriteString("label", gate.Label);
            to.WriteString("kind", gate.Kind switch { GateKind.Standards => "standards", GateKind.Coefficients => "coefficients", GateKind.Items => "items", _ => "satisfaction" });
            Words(to, "groups", gate.Groups);
        });
        Array(to, "switches", scheme.Switches, s =>
        {
            to.WriteString("id", s.Id);
            to.WriteString("question", s.Question);
            to.WriteString("choice", s.Choice);
            to.WriteString("basis", s.Basis);
        });
    }

    private static void Array<T>(Utf8JsonWriter to, string name, IEnumerable<T> items, Action<T> write)
    {
        to.WriteStartArray(name);
        foreach (T item in items)
        {
            to.WriteStartObject();
            write(item);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter to, string name, IEnumerable<string> words)
    {
        to.WriteStartArray(name);
        foreach (string word in words)
        {
            to.WriteStringValue(word);
        }

        to.WriteEndArray();
    }

    private static PlannedBytes Json(string path, Action<Utf8JsonWriter> write, Basis? basis = null) => new(path, "下载的说明", to =>
    {
        using (Utf8JsonWriter writer = new(to, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JsonRows.Encoder }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        to.Write("\n"u8);
    }) { Basis = basis ?? Basis.Everything };
}
