using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Text;

/// <summary>How sizes of classes and schools are written.</summary>
public static class SizeText
{
    /// <summary>41—45 人; 66 人及以上.</summary>
    public static string Band(SizeBand band) =>
        band.To is not { } to ? string.Create(CultureInfo.InvariantCulture, $"{band.From} 人及以上")
        : band.From <= 1 ? string.Create(CultureInfo.InvariantCulture, $"{to} 人及以下")
        : string.Create(CultureInfo.InvariantCulture, $"{band.From}—{to} 人");

    /// <summary>56 人及以上.</summary>
    public static string AtLeast(SizeRule rule) => Format.Number(rule.Value.Value) + " 人及以上";

    /// <summary>3 个，占 1.4%; 没有; 从上报的分段看不出.</summary>
    /// <param name="classes">Classes, null where the bands do not tell.</param>
    /// <param name="share">Share in per cent.</param>
    /// <param name="target">National target, by which enough digits are printed.</param>
    public static string Classes(int? classes, double share, SizeRule? target) =>
        classes is not { } some ? "从上报的分段看不出"
        : some == 0 ? "没有"
        : $"{Format.Number(some)} 个，占 {(target is null ? Format.Number(share, 1) : Comparison.Print(share, 1, target.Value.Value, Sense.AtMost))}%";

    /// <summary>到 2020 年大班额不超过 5%.</summary>
    public static string Target(SizeRule rule, string what) =>
        (rule.Due is { } year ? string.Create(CultureInfo.InvariantCulture, $"到 {year} 年") : "") + $"{what}不超过 {Format.Number(rule.Value.Value, rule.Value.Decimals)}%";

    /// <summary>标准班额和规模标准出自优质均衡的办法，…尚未申报，只供参考; empty where every rule holds for the county.</summary>
    /// <param name="site">Site.</param>
    /// <param name="releases">Releases that are seen, oldest first.</param>
    /// <param name="county">County.</param>
    /// <param name="rules">Rules that are shown.</param>
    public static string Reference(SiteContext site, IReadOnlyList<Release> releases, Place county, IEnumerable<SizeRule> rules)
    {
        string[] schemes = [.. rules.Select(r => r.Scheme).OfType<SchemeId>().Distinct().Select(site.Data.Scheme).OfType<Scheme>()
            .Where(s => PlaceIndex.ForReference(releases, county.Code, s)).Select(s => s.Short)];
        return schemes.Length == 0 ? "" : $"标准班额和规模标准出自{string.Join("、", schemes)}的办法，{county.Name}尚未申报，只供参考。";
    }

    /// <summary>The largest band that has a class, in words; empty where nothing is reported.</summary>
    public static string Largest(IReadOnlyList<SizeBand> bands) => bands.Count == 0 ? "" : Band(bands[^1]);
}
