using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A stage's classes of a school, in print.</summary>
/// <param name="Label">小学, 初中.</param>
/// <param name="Sentences">What there is to say of them.</param>
/// <param name="Bands">Classes by size; empty where they are not reported or not published.</param>
public sealed record SchoolClassStage(string Label, IReadOnlyList<string> Sentences, IReadOnlyList<SizeBand> Bands)
{
    /// <summary>Errata with the fewest pupils of their band.</summary>
    public IReadOnlyList<(int From, Fix Fix)> Fixes { get; init; } = [];
}

/// <summary>班额与校额 of a school.</summary>
/// <param name="Stages">Stages.</param>
/// <param name="Size">Its size against the limit, empty where nothing is to be said.</param>
/// <param name="Reference">Said where a standard is of a scheme that the county has not applied for; else empty.</param>
/// <param name="Sources">Documents of the rules.</param>
public sealed record SchoolClassSizes(IReadOnlyList<SchoolClassStage> Stages, string Size, string Reference, string Sources)
{
    /// <summary>The classes of a row; null where the site has neither rules nor class sizes, or the school no compulsory stage.</summary>
    public static SchoolClassSizes? Of(SiteContext site, Release release, int row)
    {
        Dataset data = site.Data;
        if (data.SizeRules.Count == 0 && release.Classes.Count == 0)
        {
            return null;
        }

        PlaceCode place = release.Schools[row].Place;
        SizeRules rules = CountyClasses.RulesAt(data, release, place);
        IReadOnlyList<StageId> compulsory = site.Index.StagesOf(release);
        SchoolClasses[] classes = [.. compulsory.Select(stage => SchoolClasses.Of(data.Vocabulary, release, rules, stage, row)).OfType<SchoolClasses>()];
        if (classes.Length == 0)
        {
            return null;
        }

        bool own = !data.Vocabulary.IsCountedElsewhere(release.Schools[row]);
        SchoolSize size = SchoolSize.Of(data.Vocabulary, release, rules, compulsory, row);
        bool shown = own && size.Rule is not null && classes.All(c => MayBeShown("pupils_" + c.Stage.Value));
        SizeRule[] used = [.. classes.SelectMany(c => new[] { rules.Find(SizeMeasure.LargeClass, c.Stage), rules.Find(SizeMeasure.HugeClass, c.Stage), own ? c.Standard : null }).Append(shown ? size.Rule : null).OfType<SizeRule>()];
        return new SchoolClassSizes(
            [.. classes.Select(Stage)],
            shown ? SizeWords(size) : "",
            SizeText.Reference(site, site.Data.CurrentReleases, data.Places[place], used),
            string.Join("；", used.Select(r => r.Source).Distinct()));

        SchoolClassStage Stage(SchoolClasses found)
        {
            string label = data.Vocabulary.Label("stage", found.Stage.Value);
            bool published = MayBeShown("classes_" + found.Stage.Value);
            List<string> sentences = [];
            if (!published)
            {
                sentences.Add("班额不予公布。");
            }
            else if (!found.Reported || found.Bands.Count == 0)
            {
                sentences.Add(found.Classes is { IsKnown: true, Value: 0 } ? "本学段没有班。" : "没有报送班额。");
            }
            else
            {
                sentences.Add($"最大的班在 {SizeText.Band(found.Bands[^1])}这一段" + Counted(SizeMeasure.LargeClass, found.Large, "大班额") + Counted(SizeMeasure.HugeClass, found.Huge, "超大班额") + "。");
            }

            if (own && published && MayBeShown("pupils_" + found.Stage.Value) && found.Standard is not null && found.ToOpen.Why != CellState.NotApplicable)
            {
                sentences.Add(Needed(found));
            }

            return new SchoolClassStage(label, sentences, published ? found.Bands : []) { Fixes = published ? [.. Fix.OfClasses(site, release, found)] : [] };

            string Counted(SizeMeasure what, int? count, string name) =>
                rules.Find(what, found.Stage) is not { } rule ? "" : $"；{SizeText.AtLeast(rule)}的班（{name}）{(count is null ? "从上报的分段看不出" : count == 0 ? "没有" : $"{Format.Number(count.Value)} 个")}";
        }

        bool MayBeShown(string column) => data.Vocabulary.Column(column) is not { } known || !Withholding.OfSchools(known, release, place);
    }

    private static string Needed(SchoolClasses found)
    {
        string standard = $"按每班 {Format.Number(found.Standard!.Value.Value)} 人算，";
        if (!found.ToOpen.IsKnown)
        {
            return standard + "学生数或班数没有报，还需增开几个班算不出。";
        }

        string pupils = standard + Format.Amount(found.Pupils) + " 名学生";
        return found.ToOpen.Value > 0
            ? $"{pupils}要 {Format.Number(found.Classes.Value + found.ToOpen.Value)} 个班，现有 {Format.Amount(found.Classes)} 个，**还需增开 {Format.Number(found.ToOpen.Value)} 个班**。"
            : $"{pupils}，现有 {Format.Amount(found.Classes)} 个班，班数够，不用增开。";
    }

    private static string SizeWords(SchoolSize size) => size.Outcome switch
    {
        Outcome.Met => $"校额：义务教育阶段 {Format.Amount(size.Pupils)} 人，在规模标准（{Format.Number(size.Rule!.Value.Value)} 人）以内。",
        Outcome.NotMet => $"校额：义务教育阶段 {Format.Amount(size.Pupils)} 人，**比规模标准（{Format.Number(size.Rule!.Value.Value)} 人）多 {Format.Number(size.Pupils.Value - size.Rule.Value.Value)} 人**。",
        Outcome.NotReported => $"校额：学生数没有报全，无法和规模标准（{Format.Number(size.Rule!.Value.Value)} 人）比。",
        _ => "",
    };
}
