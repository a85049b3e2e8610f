using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A stage's classes in a county, in print.</summary>
/// <param name="Label">小学, 初中.</param>
/// <param name="Classes">Classes by the table of schools.</param>
/// <param name="Large">大班额 with its share, or why there is none.</param>
/// <param name="Huge">超大班额 likewise.</param>
/// <param name="Largest">Largest band, empty where nothing is reported.</param>
/// <param name="ToOpen">Classes still to be opened.</param>
/// <param name="Standard">Standard size of a class, empty where there is none.</param>
/// <param name="Bands">Classes by size.</param>
/// <param name="Figure">Bars of the bands, null where nothing is reported.</param>
public sealed record ClassStageRow(string Label, string Classes, string Large, string Huge, string Largest, string ToOpen, string Standard, IReadOnlyList<SizeBand> Bands, BarsFigure? Figure)
{
    /// <summary>Errata of the schools' classes, with the school and the band.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A school with a number of its own: large classes, or pupils over the size of a school.</summary>
public sealed record SizedSchool(Crumb School, string Words);

/// <summary>班额与校额 of a county.</summary>
public sealed record CountyClassSizes
{
    /// <summary>Most schools that are named in one sentence.</summary>
    public const int MostNames = 12;

    /// <summary>Stages.</summary>
    public required IReadOnlyList<ClassStageRow> Stages { get; init; }

    /// <summary>56 人及以上 and 66 人及以上, empty where no rule defines them.</summary>
    public required string LargeLabel { get; init; }

    /// <summary>66 人及以上.</summary>
    public required string HugeLabel { get; init; }

    /// <summary>National targets in words, empty where there are none.</summary>
    public required string Targets { get; init; }

    /// <summary>All bands of the stages, from small to large.</summary>
    public required IReadOnlyList<SizeBand> Bands { get; init; }

    /// <summary>Schools with large classes, in order of code.</summary>
    public required IReadOnlyList<SizedSchool> LargeSchools { get; init; }

    /// <summary>What is not reported, in words; empty where everything is.</summary>
    public required string NotReported { get; init; }

    /// <summary>Limits of school sizes in words, empty where there are none.</summary>
    public required string SizeLimits { get; init; }

    /// <summary>Schools over their size, in order of code.</summary>
    public required IReadOnlyList<SizedSchool> OverSize { get; init; }

    /// <summary>Schools whose pupils are not known.</summary>
    public required int SizeUnknown { get; init; }

    /// <summary>Said where a standard is of a scheme that the county has not applied for; else empty.</summary>
    public required string Reference { get; init; }

    /// <summary>Documents of the rules.</summary>
    public required string Sources { get; init; }

    /// <summary>Source, as-of date, release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>True where at least one school has reported sizes.</summary>
    public bool IsReported => Bands.Count > 0;

    /// <summary>The county in its release; null where it has no schools there or where the site has neither rules nor class sizes.</summary>
    public static CountyClassSizes? Of(CountyContext county)
    {
        Release release = county.Release;
        Dataset data = county.Site.Data;
        if (!county.HasSchools || (data.SizeRules.Count == 0 && release.Classes.Count == 0))
        {
            return null;
        }

        CountyClasses classes = CountyClasses.Of(data, release, county.Site.Index.StagesOf(release), county.Place.Code);
        SizeRule[] rules = [.. classes.Stages.SelectMany(s => new[] { s.Large, s.Huge, s.Standard, s.LargeTarget, s.HugeTarget }).Concat(classes.Sizes.Select(s => s.Rule)).OfType<SizeRule>().Distinct()];
        StageClasses? first = classes.Stages.Count > 0 ? classes.Stages[0] : null;
        return new CountyClassSizes
        {
            Stages = [.. classes.Stages.Select(s => Row(county, s))],
            LargeLabel = first?.Large is { } large ? SizeText.AtLeast(large) : "",
            HugeLabel = first?.Huge is { } huge ? SizeText.AtLeast(huge) : "",
            Targets = string.Join("，", new[] { first?.LargeTarget is { } t ? SizeText.Target(t, "大班额") : "", first?.HugeTarget is { } h ? SizeText.Target(h, "超大班额") : "" }.Where(w => w.Length > 0)),
            Bands = [.. classes.Stages.SelectMany(s => s.Bands).Select(b => b with { Classes = 0 }).Distinct().OrderBy(b => b.From).ThenBy(b => b.To ?? int.MaxValue)],
            LargeSchools = [.. Large(county, classes)],
            NotReported = Missing(county, classes),
            SizeLimits = Limits(data.Vocabulary, classes.Sizes),
            OverSize = [.. classes.Sizes.Where(s => s.Outcome == Outcome.NotMet && SizeMayBeShown(county, s.Row))
                .Select(s => new SizedSchool(Link(county, s.Row), $"{Format.Amount(s.Pupils)} 人，标准 {Format.Number(s.Rule!.Value.Value)} 人"))],
            SizeUnknown = classes.Sizes.Count(s => s.Outcome == Outcome.NotReported),
            Reference = SizeText.Reference(county.Site, county.Releases, county.Place, rules),
            Sources = string.Join("；", rules.Select(r => r.Source).Distinct()),
            Note = Sourcing.Computed(county.Site, release),
        };
    }

    private static ClassStageRow Row(CountyContext county, StageClasses stage)
    {
        string label = county.Site.Data.Vocabulary.Label("stage", stage.Stage.Value);
        Amount[] classes = [.. stage.Schools.Select(s => s.Classes)];
        int unknown = classes.Count(c => !c.IsKnown);
        int open = stage.Schools.Count(s => s.ToOpen is { IsKnown: true, Value: > 0 });
        string standard = stage.Standard is { } rule ? Format.Number(rule.Value.Value) : "";
        return new ClassStageRow(
            label,
            unknown == classes.Length ? "没有报送" : Format.Number(classes.Where(c => c.IsKnown).Sum(c => c.Value)) + (unknown > 0 ? $"（{unknown} 所学校没有报）" : ""),
            stage.IsReported ? SizeText.Classes(stage.LargeClasses, stage.Share(stage.LargeClasses), stage.LargeTarget) : "没有报送",
            stage.IsReported ? SizeText.Classes(stage.HugeClasses, stage.Share(stage.HugeClasses), stage.HugeTarget) : "没有报送",
            SizeText.Largest(stage.Bands),
            stage.Standard is null ? "" : ToOpen(stage, open),
            standard,
            stage.Bands,
            stage.IsReported ? Figure(county, stage, label) : null)
        {
            Fixes = ClassesMayBeShown(county, stage.Stage) ? [.. stage.Schools.SelectMany(s => Errata(county, s))] : [],
        };
    }

    private static IEnumerable<Fix> Errata(CountyContext county, SchoolClasses school) => Fix.OfClasses(county.Site, county.Release, school)
        .Select(f => f.Fix with { Label = $"{county.Release.Schools[school.Row].Name}，{SizeText.Band(school.Bands.First(b => b.From == f.From))}的{f.Fix.Label}" });

    // What is not known is no zero: where no school can be worked out, nothing is said of the others.
    private static string ToOpen(StageClasses stage, int schools) =>
        stage.ToOpenUnknown == stage.Schools.Count ? "算不出"
        : (stage.ToOpen > 0 ? $"{Format.Number(stage.ToOpen)} 个班，{Format.Number(schools)} 所学校" : stage.ToOpenUnknown > 0 ? "报了的学校不用增开" : "不用增开")
            + (stage.ToOpenUnknown > 0 ? $"（{stage.ToOpenUnknown} 所学校算不出）" : "");

    private static BarsFigure Figure(CountyContext county, StageClasses stage, string label)
    {
        double large = stage.Large?.Value.Value ?? double.PositiveInfinity;
        SizeBand most = stage.Bands.MaxBy(b => b.Classes)!;
        return new BarsFigure(
            "cl-" + stage.Stage.Value,
            $"{county.Place.Name}{label}各班额段的班数，{Format.Period(county.Release.Id.Period)}",
            $"共 {Format.Number(stage.Counted)} 个班。最多的一段：{SizeText.Band(most)}，{Format.Number(most.Classes)} 个班。"
                + (stage.Large is null ? "" : $"{SizeText.AtLeast(stage.Large)}：{SizeText.Classes(stage.LargeClasses, stage.Share(stage.LargeClasses), stage.LargeTarget)}。"),
            [.. stage.Bands.Select(b => new Bar(SizeText.Band(b), b.Classes, $"{Format.Number(b.Classes)} 个班", b.From >= large ? Outcome.NotMet : Outcome.NotApplicable, false))],
            null,
            null,
            false,
            null);
    }

    private static IEnumerable<SizedSchool> Large(CountyContext county, CountyClasses classes) =>
        classes.Stages.Where(s => ClassesMayBeShown(county, s.Stage))
            .SelectMany(s => s.Schools.Where(c => c.Large > 0).Select(c => (c.Row, Words: (classes.Stages.Count > 1 ? county.Site.Data.Vocabulary.Label("stage", s.Stage.Value) + " " : "") + $"{Format.Number(c.Large!.Value)} 个班")))
            .GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => new SizedSchool(Link(county, g.Key), string.Join("，", g.Select(c => c.Words))));

    private static string Missing(CountyContext county, CountyClasses classes)
    {
        int[] rows = [.. classes.Stages.SelectMany(s => s.NotReporting).Select(s => s.Row).Distinct().Order()];
        return rows.Length == 0 ? ""
            : classes.Stages.All(s => !s.IsReported) ? $"{county.Place.Name}本期没有报送班额。" + (classes.Stages.SelectMany(s => s.Schools).Any(s => s.ToOpen.IsKnown) ? "班数和还需增开的班按学校表计算。" : "")
            : rows.Length <= MostNames ? $"没有报送班额的学校：{string.Join("、", rows.Select(r => county.Release.Schools[r].Name))}；它们不在各段班数和比例里。"
            : $"{Format.Number(rows.Length)} 所学校没有报送班额，不在各段班数和比例里。";
    }

    private static string Limits(Vocabulary vocabulary, IReadOnlyList<SchoolSize> sizes) => string.Join("，", sizes.Select(s => s.Rule).OfType<SizeRule>().Distinct().OrderBy(r => r.Types.Count)
        .Select(r => (r.Types.Count == 0 ? "" : string.Join("、", r.Types.Select(t => vocabulary.Type(t)?.Label ?? t)) + "义务教育阶段 ") + $"{Format.Number(r.Value.Value)} 人"));

    private static Crumb Link(CountyContext county, int row) => new(county.Release.Schools[row].Name, county.Site.Data.LatestOf(county.Release.Schools[row].Id) is null ? null : Addresses.School(county.Release.Schools[row].Id));

    private static bool ClassesMayBeShown(CountyContext county, StageId stage) => MayBeShown(county, "classes_" + stage.Value);

    private static bool SizeMayBeShown(CountyContext county, int row) =>
        (county.Site.Data.Vocabulary.Type(county.Release.Schools[row].Type)?.Stages ?? []).All(s => MayBeShown(county, "pupils_" + s.Value));

    private static bool MayBeShown(CountyContext county, string column) =>
        county.Site.Data.Vocabulary.Column(column) is not { } known || !Withholding.OfSchools(known, county.Release, county.Place.Code);
}
