using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Pages;

/// <summary>What a small school's page says besides its counts: what protects it, and whether its figures enter the county's coefficients.</summary>
internal static class SchoolSmall
{
    /// <summary>The rule on small schools: the main scheme's, else that of another scheme of the release; null where there is none.</summary>
    public static SmallSchool? Rule(SiteContext site, Release release, Scheme? main) =>
        (main?.Small is { } ruled ? [ruled] : release.Schemes.Select(site.Data.Scheme).Select(s => s?.Small)).FirstOrDefault(s => s is not null);

    /// <summary>True for a teaching point, and for a school with fewer pupils than the rule names.</summary>
    public static bool Is(SchoolType? type, SmallSchool? rule, Amount pupils) => type is { IsTeachingPoint: true } || (pupils.IsKnown && pupils.Value < rule?.PupilsBelow);

    /// <summary>The protection of a small school or a teaching point.</summary>
    /// <param name="site">Site.</param>
    /// <param name="release">Release.</param>
    /// <param name="row">Row.</param>
    /// <param name="small">The scheme's rule, null where none is on record.</param>
    /// <param name="host">Name of the school that counts this row, null where it counts itself.</param>
    public static SchoolProtection Protection(SiteContext site, Release release, int row, SmallSchool? small, string? host)
    {
        School school = release.Schools[row];
        bool point = site.Data.Vocabulary.Type(school.Type) is { IsTeachingPoint: true };
        bool covered = small is not null && (point || small.UrbanRural.Count == 0 || small.UrbanRural.Contains(school.UrbanRural));
        return new SchoolProtection(
            covered ? small!.Note + "。" : "",
            covered ? small!.Source : "",
            [.. release.Schemes.Select(site.Data.Scheme).OfType<Scheme>().Where(s => s.CoefficientIndicators.Any()).Select(s => Counted(site, release, s, row, host)).Where(c => c.Length > 0)]);
    }

    private static string Counted(SiteContext site, Release release, Scheme scheme, int row, string? host)
    {
        if (host is not null)
        {
            return $"{scheme.Short}的差异系数：与{host}合并计算。";
        }

        (string Stage, string? Reason)[] stages =
        [
            .. from stage in scheme.Stages
                let part = StageScope.PartOf(site.Data, release, scheme, stage.Id, row)
                where part is not null
                let reason = StageScope.ReasonOutside(release, scheme, part, Scope.Coefficient)?.Reason ?? (part.Pupils is { IsKnown: true, Value: <= 0 } ? StageScope.NoPupils : null)
                select (stage.Label, reason),
        ];
        string Said(string? reason) => reason is null ? "计入" : $"不计入（{reason}）";
        return stages.Length == 0 ? ""
            : $"{scheme.Short}的差异系数：" + (stages.Length == 1 ? Said(stages[0].Reason) : string.Join("，", stages.Select(s => s.Stage + Said(s.Reason)))) + "。";
    }
}
