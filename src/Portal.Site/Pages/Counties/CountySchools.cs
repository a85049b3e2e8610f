using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A school in its county's table.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Its page, null where there is none.</param>
/// <param name="Type">Type in words, 民办 included.</param>
/// <param name="Pupils">Pupils of the row in the stages that are judged.</param>
/// <param name="Teachers">Teachers likewise.</param>
/// <param name="Shape">Shape of the state's mark: ok, no, na; empty where the school is not judged.</param>
/// <param name="Word">State in words.</param>
/// <param name="Detail">Indicators that are not met or not reported, by their short names.</param>
public sealed record SchoolRow(string Id, string Name, string? Address, string Type, string Pupils, string Teachers, string Shape, string Word, string Detail)
{
    /// <summary>Errata of the cells that the row shows.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>The state of a school in the table.</summary>
/// <param name="Shape">Shape of the mark.</param>
/// <param name="Word">State in words.</param>
/// <param name="Detail">Indicators that decided it.</param>
/// <param name="Failing">True where it is known not to keep the rule.</param>
internal sealed record SchoolState(string Shape, string Word, string Detail, bool Failing);

/// <summary>The schools of a township, in order of stage and code.</summary>
public sealed record Township(string Name, string Anchor, IReadOnlyList<SchoolRow> Rows);

/// <summary>The schools of a county by township.</summary>
public sealed record CountySchools
{
    /// <summary>Above this many rows townships are folded.</summary>
    public const int FoldAbove = 60;

    /// <summary>Number of schools, teaching points included; rows that another school counts (不计校数) are not.</summary>
    public required int Count { get; init; }

    /// <summary>Pupils that are reported in the stages that are judged, in groups of three digits.</summary>
    public required string Pupils { get; init; }

    /// <summary>Townships in order of their first school's code.</summary>
    public required IReadOnlyList<Township> Townships { get; init; }

    /// <summary>False where no standard applies: the last column then only says who is not counted.</summary>
    public required bool HasStandards { get; init; }

    /// <summary>True where the standards are for reference only (差距).</summary>
    public required bool ForReference { get; init; }

    /// <summary>Short name of the scheme whose standards are compared with.</summary>
    public required string SchemeShort { get; init; }

    /// <summary>Number of standards that a school has to meet.</summary>
    public required int Standards { get; init; }

    /// <summary>Schools that are known not to keep the school rule, whatever else is missing.</summary>
    public required int Unmet { get; init; }

    /// <summary>Schools of which nothing is known against the rule and something is not reported.</summary>
    public required int Open { get; init; }

    /// <summary>Source, as-of date, release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>True where townships are folded.</summary>
    public bool Folded => Count > FoldAbove;

    /// <summary>The schools of the county in the release, or null where there are none.</summary>
    public static CountySchools? Of(CountyContext county)
    {
        if (!county.HasSchools)
        {
            return null;
        }

        SchoolTable table = county.Release.Schools;
        (int start, int length) = table.RowsOf(county.Place.Code).GetOffsetAndLength(table.Count);
        Place[] path = [.. county.Site.Data.Places.PathUp(county.Place.Code)];
        Scheme? scheme = county.Schemes.FirstOrDefault(s => StandardsOf(s, path, county.Release) > 0);
        bool reference = scheme is not null && county.ForReference(scheme);
        List<(School School, SchoolRow Row)> rows = [];
        int unmet = 0;
        int open = 0;
        IReadOnlyList<StageId> stages = county.Site.Index.StagesOf(county.Release);
        for (int row = start; row < start + length; row++)
        {
            School school = table[row];
            SchoolType? type = county.Site.Data.Vocabulary.Type(school.Type);
            SchoolState state = State(county, scheme ?? county.Main, scheme is not null, reference, row);
            rows.Add((school, new SchoolRow(
                school.Id.Value,
                school.Name,
                county.Site.Data.LatestOf(school.Id) is null ? null : Addresses.School(school.Id),
                (type?.Label ?? school.Type) + (school.Sponsor is "民办" or "中外合作办" ? $"（{school.Sponsor}）" : ""),
                Sum(county, row, type, stages, "pupils_"),
                Sum(county, row, type, stages, "teachers_"),
                state.Shape,
                state.Word,
                state.Detail)
            {
                Fixes = Fix.OfSchool(county.Site, county.Release, school.Id, ["name", "township", "type", "sponsor", .. stages.SelectMany(s => new[] { "pupils_" + s.Value, "teachers_" + s.Value })]),
            }));
            unmet += state.Failing ? 1 : 0;
            open += state is { Shape: "na", Failing: false } ? 1 : 0;
        }

        Tally tally = county.Site.Index.TallyOf(county.Release, county.Place.Code);
        return new CountySchools
        {
            Count = tally.Schools,
            Pupils = Format.Number(tally.Pupils),
            Townships = [.. rows.GroupBy(r => r.School.Township).Select((g, i) => new Township(
                g.Key.Length > 0 ? g.Key : "未写乡镇",
                $"t{i + 1}",
                [.. g.OrderBy(r => r.School.Type, StringComparer.Ordinal).ThenBy(r => r.School.Id).Select(r => r.Row)]))],
            HasStandards = scheme is not null,
            ForReference = reference,
            SchemeShort = scheme?.Short ?? "",
            Standards = scheme is null ? 0 : StandardsOf(scheme, path, county.Release),
            Unmet = unmet,
            Open = open,
            Note = Sourcing.Computed(county.Site, county.Release),
        };
    }

    private static int StandardsOf(Scheme scheme, Place[] path, Release release) =>
        scheme.Standards.Count == 0 ? 0 : scheme.Stages.Max(stage => scheme.Indicators.Count(i => scheme.StandardFor(stage.Id, i.Id, path, release.RuleDate) is not null));

    private static string Sum(CountyContext county, int row, SchoolType? type, IReadOnlyList<StageId> stages, string prefix)
    {
        double sum = 0;
        StageId[] own = [.. stages.Where(s => type is not null && type.Has(s))];
        if (own.Length == 0)
        {
            return Format.Missing(CellState.NotApplicable);
        }

        foreach (StageId stage in own)
        {
            Column? column = county.Site.Data.Vocabulary.Column(prefix + stage.Value);
            Cell cell = county.Release.Schools.Number(row, prefix + stage.Value);
            if (column is not null && Withholding.OfSchools(column, county.Release, county.Place.Code))
            {
                return Format.Missing(CellState.Withheld);
            }

            if (!cell.HasValue)
            {
                return Format.Missing(cell.State);
            }

            sum += cell.Value;
        }

        return Format.Number(sum);
    }

    private static SchoolState State(CountyContext county, Scheme? scheme, bool standards, bool reference, int row)
    {
        School school = county.Release.Schools[row];
        if (scheme is null)
        {
            return new("", "", "", false);
        }

        if (school.HostedBy is { } host && county.Site.Data.Vocabulary.IsCountedElsewhere(school))
        {
            return new("", $"与{(county.Release.Schools.Find(host) is { } at ? county.Release.Schools[at].Name : host.Value)}合并计算", "", false);
        }

        List<(StageId Stage, SchoolResult Result)> results = [];
        foreach (StageId stage in scheme.Stages.Select(s => s.Id))
        {
            if (StageScope.PartOf(county.Site.Data, county.Release, scheme, stage, row) is { } part)
            {
                results.Add((stage, SchoolResult.Compute(county.Site.Data, county.Release, scheme, part, county.Result(scheme, stage))));
            }
        }

        if (results.Count == 0)
        {
            return new("", "没有所评的学段", "", false);
        }

        if (results.All(r => (standards ? r.Result.LeftOut : r.Result.LeftOutOfCoefficient) is not null))
        {
            return new("", "不计入：" + (standards ? results[0].Result.LeftOut : results[0].Result.LeftOutOfCoefficient), "", false);
        }

        return standards ? Judged([.. results.Where(r => r.Result.LeftOut is null)], scheme, reference) : new("", "计入", "", false);
    }

    /// <summary>8 项; for a through-school 小学、初中各 8 项, or 小学 8 项、初中 7 项.</summary>
    private static string MetBy(List<(StageId Stage, SchoolResult Result)> results, Scheme scheme)
    {
        (string Label, int Met)[] met = [.. results.Select(r => (scheme.StageLabel(r.Stage), r.Result.Judged.Count(i => i.Outcome == Outcome.Met))).Where(r => r.Item2 > 0)];
        return met.Length == 1 ? $"{met[0].Met} 项"
            : met.All(m => m.Met == met[0].Met) ? $"{string.Join("、", met.Select(m => m.Label))}各 {met[0].Met} 项"
            : string.Join("、", met.Select(m => $"{m.Label} {m.Met} 项"));
    }

    /// <summary>The school rule over the school's stages: 暂无法判定 as soon as something is missing, with what is already known.</summary>
    private static SchoolState Judged(List<(StageId Stage, SchoolResult Result)> results, Scheme scheme, bool reference)
    {
        (StageId Stage, SchoolRule Rule)[] rules = [.. results.Select(r => (r.Stage, r.Result.Rule)).Where(r => r.Rule.Outcome != Outcome.NotApplicable)];
        int Count(Func<SchoolRule, IEnumerable<SchoolIndicator>> of) => rules.Sum(r => of(r.Rule).Count());
        string Names(Func<SchoolRule, IEnumerable<SchoolIndicator>> of) =>
            string.Join("、", rules.SelectMany(r => of(r.Rule).Select(i => (results.Count > 1 ? scheme.StageLabel(r.Stage) : "") + i.Indicator.Short)));
        string below = reference ? "低于标准" : "未达标";
        string exempt = Count(r => r.Exempt) > 0 ? $"余下的{Names(r => r.Exempt)}不低于下限，可以豁免" : "";
        bool failing = Count(r => r.Failing) > 0;
        return Outcomes.All(rules.Select(r => r.Rule.Outcome)) switch
        {
            Outcome.NotMet => new("no", $"{below} {Count(r => r.Missed)} 项", Names(r => r.Missed), failing),
            Outcome.NotReported => new(
                "na",
                "暂无法判定",
                $"缺数 {Count(r => r.NotReported)} 项：{Names(r => r.NotReported)}" + (Count(r => r.Missed) > 0 ? $"；已知{below} {Count(r => r.Missed)} 项：{Names(r => r.Missed)}" : ""),
                failing),
            Outcome.Met => new("ok", MetBy(results, scheme) + (reference ? "达到标准" : "达标"), exempt, false),
            _ => new("", "没有适用的标准", "", false),
        };
    }
}
