using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Compare;

/// <summary>
/// What the compare page shows of a county: 认定, then each scheme's coefficients with their limits, then what documents say of it, each as on
/// its page.
/// </summary>
public static class ComparePlaces
{
    /// <summary>The county by its newest release.</summary>
    public static CompareFile Of(SiteContext site, PlaceCode code)
    {
        CountyContext county = CountyContext.Of(site, code, null);
        CompareFile file = new(county.Place.Name);
        CompareItem item = file.Item(
            code.Value, county.Place.Name, Addresses.Place(code), string.Join("", site.Data.Places.PathUp(code).Skip(1).Where(p => p.Code != PlaceCode.Country).Reverse().Select(p => p.Name)),
            county.HasSchools ? Format.Period(county.Release.Id.Period) : $"截至 {Format.Date(county.Release.AsOf)}", county.Release.Id);
        foreach (Scheme scheme in county.Schemes)
        {
            Road road = county.Road(scheme);
            item.Say($"{scheme.Id}/road", "主管机关的认定", scheme.Short, road.Standing != Standing.NotApplied ? RoadPart.Words(road) : county.PublishedOnly ? "没有收录认定的记录" : "没有申报", seal: "认");
        }

        foreach (Scheme scheme in county.Schemes.Where(s => county.HasSchools && s.CoefficientIndicators.Any()))
        {
            bool reference = county.ForReference(scheme);
            foreach (Stage stage in scheme.Stages)
            {
                if (county.Result(scheme, stage.Id) is { } result)
                {
                    AddStage(item, scheme, stage, result, reference);
                }
            }
        }

        AddPublished(item, PublishedPart.Of(site, county.Releases, code));
        return file;
    }

    // Values as printed: the document's own words judge them or nobody does, and the year belongs to the row, so that years are not mixed.
    private static void AddPublished(CompareItem item, PublishedPart published)
    {
        foreach (PublishedScheme scheme in published.Coefficients)
        {
            foreach (PublishedRow row in scheme.Rows)
            {
                Say("coefficients/" + scheme.Short, $"文件公布的差异系数：{scheme.Short}", $"{row.Indicator}，{row.Stage}", row.Year, row.Note, row.Value, row.Judgement.Length > 0 ? $"原文：{row.Judgement}" : "原文没有判断", row.Source, row.Fixes);
            }
        }

        foreach (SatisfactionRow row in published.Satisfaction)
        {
            Say("satisfaction", "文件公布的满意度", $"{row.Group}：{row.Question}", row.Year, "", row.Rate, "", row.Source, row.Fixes);
        }

        foreach (FactTopic topic in published.Facts)
        {
            foreach (FactRow row in topic.Rows)
            {
                Say("facts/" + topic.Label, $"文件公布的数：{topic.Label}", row.Label, row.Year, "", row.Value, row.Text, row.Source, row.Fixes);
            }
        }

        void Say(string key, string group, string label, string year, string note, string value, string said, SourceRef source, IReadOnlyList<Fix> fixes) =>
            item.Add(new CompareCell(
                $"published/{key}/{label}/{year}/{note}",
                group,
                $"{label}，{year}" + (note.Length > 0 ? $"（{note}）" : ""),
                "",
                value,
                string.Join("；", new[] { said, $"来源：{source.Title}" + (source.Grade.Length > 0 ? $"（{source.Grade}）" : "") }.Where(t => t.Length > 0)),
                "",
                "",
                fixes));
    }

    private static void AddStage(CompareItem item, Scheme scheme, Stage stage, StageResult result, bool reference)
    {
        string head = $"{scheme.Short}，{stage.Label}的差异系数（{(reference ? "差距，没有申报，只作参考" : "本站测算")}）";
        string key = $"{scheme.Id}/{stage.Id}/";
        string seal = reference ? "距" : "算";
        item.Say(key + "schools", head, "学校（学部）", Format.Number(result.Schools) + " 所", seal: seal);
        if (!result.Comparable)
        {
            item.Say(key + "why", head, "说明", result.Schools == 0 ? "没有计入的学校" : $"仅 {result.Schools} 所学校，不具可比性", seal: seal);
            return;
        }

        if (result.Composite is { } composite)
        {
            Add(key + IndicatorId.Composite, "综合", scheme.Composite ? Addresses.Indicator(scheme.Id, IndicatorId.Composite) : "", composite);
        }

        foreach (Indicator indicator in scheme.CoefficientIndicators)
        {
            if (result.Of(indicator.Id) is { } value)
            {
                Add(key + indicator.Id, indicator.Label, Addresses.Indicator(scheme.Id, indicator.Id), value);
            }
        }

        void Add(string row, string label, string address, IndicatorResult value)
        {
            string limit = value.Limit is { } set ? $"{(reference ? "参照限值" : "限值")} {(set.Sense == Sense.AtLeast ? "≥" : "≤")} {set.Value}" : "";
            string missing = value.Missing > 0 ? $"按 {value.Schools} 所学校" : "";
            item.Add(new CompareCell(
                row,
                head,
                label,
                address,
                value.HasValue ? Format.Coefficient(value) : value.Missing > 0 ? "待填报" : "无法计算",
                string.Join("，", new[] { limit, missing }.Where(t => t.Length > 0)),
                limit.Length == 0 || reference ? "" : Components.StateMark.ShapeOf(value.Outcome),
                limit.Length == 0 || reference ? "" : Word(value.Outcome),
                [])
            {
                // Of a scheme that was not applied for the words are the same as beside the mark on the county's page: no shape of a verdict.
                Gap = limit.Length > 0 && reference && value.Outcome == Outcome.NotMet ? "大于限值（参考）" : "",
                Seal = seal,
            });
        }
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Met => "在限值内",
        Outcome.NotMet => "超过限值",
        _ => "暂无法判定",
    };
}
