namespace Portal.Site.Pages;

/// <summary>Sentences about published values: their documents' numbers and words, nothing else.</summary>
public static class PublishedWords
{
    /// <summary>The published composites with the documents' own judgement; that there are none, where there are none.</summary>
    public static string Coefficients(PublishedPart published)
    {
        PublishedRow[] composites = [.. published.Coefficients.SelectMany(c => c.Rows).Where(r => r.Composite)];
        if (composites.Length == 0)
        {
            return "收录的是文件公布的数，没有学校数据，本站不作测算，也不作判断。";
        }

        string[] judgements = [.. composites.Select(r => r.Judgement).Where(j => j.Length > 0).Distinct()];
        string[] years = [.. composites.Select(r => r.Year).Distinct()];
        string values = string.Join("，", composites.GroupBy(r => r.Stage).Select(g => $"{g.Key} " + string.Join("、", g.Select(r => $"**{r.Value}**{Aside(r, g.Count() > 1, years.Length > 1)}"))));
        return $"文件公布的综合差异系数：{values}；"
            + (judgements.Length == 0 ? "原文没有作出判断" : $"原文：**{string.Join("、", judgements)}**")
            + Singles(published)
            + (years.Length == 1 ? $"（{years[0]}）" : "") + "。本站没有重新计算。";
    }

    private static string Singles(PublishedPart published)
    {
        PublishedRow[] judged = [.. published.Coefficients.SelectMany(c => c.Rows).Where(r => !r.Composite && r.Judgement.Length > 0)];
        return string.Concat(judged.GroupBy(r => r.Judgement).Select(g => $"；另有 {g.Count()} 个单项系数，原文：**{g.Key}**"));
    }

    /// <summary>How many documents the figures are from, and of what grade.</summary>
    public static string Documents(PublishedPart published)
    {
        IReadOnlyList<SourceRef> sources = published.Sources;
        return sources.Count switch
        {
            0 => "本页没有收录文件公布的数。",
            1 => $"本页的数都照录自 1 份文件：{sources[0].Title}（{sources[0].Grade}）。",
            _ => $"本页的数照录自 {sources.Count} 份文件，等级：{string.Join("、", sources.Select(s => s.Grade).Where(g => g.Length > 0).Distinct())}。",
        };
    }

    private static string Aside(PublishedRow row, bool several, bool years) =>
        years ? $"（{row.Year}）" : several && row.Note.Length > 0 ? $"（{row.Note.Split(';', '；')[0]}）" : "";
}
