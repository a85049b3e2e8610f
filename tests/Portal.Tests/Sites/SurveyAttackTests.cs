using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Domain.Data;

namespace Portal.Tests.Sites;

/// <summary>
/// An attack on the withheld figures of surveys: everything that the demonstration publishes of them, in pages, CSV and JSON of all
/// releases, is laid side by side, and no figure of a group below the minimum can be solved for.
/// </summary>
public sealed class SurveyAttackTests
{
    private static readonly RenderedSite Site = RenderedSite.Bundled("demonstration");
    private static readonly Dataset Data = Site.Plan.Site.Data;
    private readonly Dictionary<string, int> truth = new(StringComparer.Ordinal);
    private readonly HashSet<string> small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Survey> surveys = new(StringComparer.Ordinal);
    private readonly ILookup<string, SurveyGroup> groups;
    private readonly ILookup<string, SurveyAnswer> answers;
    private readonly SurveyFigures figures = new();

    public SurveyAttackTests()
    {
        // The same survey stands unchanged in the releases that have it.
        Release[] releases = [.. Data.CurrentReleases];
        foreach (Survey survey in releases.SelectMany(r => r.Surveys))
        {
            surveys[survey.Id] = survey;
        }

        groups = releases.SelectMany(r => r.SurveyGroups).ToLookup(g => g.Survey, StringComparer.Ordinal);
        answers = releases.SelectMany(r => r.Supervision.Answers).ToLookup(a => a.Survey, StringComparer.Ordinal);
        foreach (SurveyGroup group in groups.SelectMany(g => g))
        {
            Add(Satisfied(group.Survey, group.Group), (int)group.Satisfied.Value, group);
            foreach (IGrouping<string, SurveyAnswer> question in answers[group.Survey].Where(a => a.Group == group.Group).GroupBy(a => a.Question, StringComparer.Ordinal))
            {
                foreach (SurveyAnswer answer in question)
                {
                    Add(Answer(group.Survey, question.Key, group.Group, answer.Answer), (int)answer.Count.Value, group);
                }

                figures.Publish(question.Select(a => Answer(group.Survey, question.Key, group.Group, a.Answer)), group.Valid.Value, group.Valid.Value, "valid forms");
            }
        }

        void Add(string name, int value, SurveyGroup group)
        {
            truth.Add(name, value);
            figures.Add(name, (int)group.Valid.Value);
            if (group.Valid.Value < Data.Settings.MinimumGroup)
            {
                small.Add(name);
            }
        }
    }

    [Fact]
    public void No_withheld_figure_can_be_solved_for()
    {
        ReadAll();
        Assert.True(figures.Known > 150, $"{figures.Known} sums were read.");
        Assert.Null(figures.Wrong(n => truth[n]));
        Assert.Equal(3 + (2 * 2 * 5) + 5, small.Count); // two groups of 屿澜县 with two questions, one of 晴川县 with one
        Assert.Empty(figures.Solved().Intersect(small));
        Assert.All(small, name => Assert.True(figures.HasAnother(name, n => truth[n]), name + " has one value only."));
    }

    [Fact]
    public void It_could_be_if_only_the_small_groups_themselves_were_withheld()
    {
        ReadAll();
        SurveyFigures careless = figures.Copy();
        foreach ((string name, int value) in truth.Where(t => !small.Contains(t.Key)))
        {
            careless.Publish([name], value, value, "not withheld");
        }

        HashSet<string> solved = [.. careless.Solved().Intersect(small)];
        Assert.Contains(Satisfied("s2023-990321-k", "heads"), solved);
        Assert.Contains(Answer("s2023-990321-k", "对孩子就近入学是否满意", "heads", "非常满意"), solved);

        // Nobody in the two small groups of 屿澜县 gave one of the answers: the sum of all would tell.
        SurveyFigures withWhole = figures.Copy();
        const string near = "对孩子就近入学是否满意";
        foreach (IGrouping<string, SurveyAnswer> answer in answers["s2023-990223-b"].Where(a => a.Question == near).GroupBy(a => a.Answer, StringComparer.Ordinal))
        {
            withWhole.Publish(answer.Select(a => Answer(a.Survey, near, a.Group, a.Answer)), answer.Sum(a => a.Count.Value), answer.Sum(a => a.Count.Value), "whole");
        }

        Assert.Contains(Answer("s2023-990223-b", near, "heads", "很不满意"), withWhole.Solved());
    }

    [Fact]
    public void The_search_index_says_nothing_of_surveys()
    {
        foreach ((string path, byte[] bytes) in Site.Files.Where(f => f.Key.StartsWith("search/index/", StringComparison.Ordinal)))
        {
            using StreamReader reader = new(bytes is [0x1f, 0x8b, ..] ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes));
            string text = reader.ReadToEnd();
            Assert.False(text.Contains("满意", StringComparison.Ordinal) || surveys.Keys.Any(id => text.Contains(id, StringComparison.Ordinal)), path);
        }
    }

    [Fact]
    public void Figures_of_surveys_stand_nowhere_else()
    {
        string[] elsewhere =
        [
            .. Site.Pages.Where(p => Site.Html(p.Address).Contains("满意率", StringComparison.Ordinal)).Select(p => p.Address.Split('/') is [var first, _, "places", ..] ? first + "/places" : p.Address.Split('/') is [var top, _, "data", ..] ? top + "/data" : p.Address.Split('/')[0]).Distinct().Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["glossary", "indicators", "methodology", "places", "releases/data", "releases/places", "surveys"], elsewhere.Union(["glossary", "indicators", "methodology", "releases/data"]).Order(StringComparer.Ordinal));
    }

    private static string Satisfied(string survey, string group) => $"{survey}|{group}";

    private static string Answer(string survey, string question, string group, string answer) => $"{survey}|{question}|{group}|{answer}";

    private void ReadAll()
    {
        foreach (string path in Site.Files.Keys.Where(p => p.EndsWith(".csv", StringComparison.Ordinal) || p.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (name is "survey-groups" or "survey-answers" or "satisfaction" or "verdicts")
            {
                ReadTable(path, name);
            }
        }

        foreach (Survey survey in surveys.Values)
        {
            ReadPage(survey);
        }

        foreach (string path in Site.Files.Keys.Where(p => p.EndsWith("/index.html", StringComparison.Ordinal) && p.Split('/') is [.., "places", _, _]))
        {
            ReadCounty(path);
        }
    }

    private void ReadTable(string path, string name)
    {
        foreach (Dictionary<string, string> row in Rows(path))
        {
            double N(string column) => double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
            switch (name)
            {
                case "survey-groups":
                    Exactly([Satisfied(row["survey"], row["group"])], N("satisfied"), path);
                    break;
                case "survey-answers":
                    Exactly([Answer(row["survey"], row["question"], row["group"], row["answer"])], N("count"), path);
                    break;
                case "satisfaction":
                    Rate(row["place"], row["year"], row["group"], row["rate_percent"], path);
                    break;
                default:
                    Survey? survey = surveys.Values.FirstOrDefault(s => s.Gate && s.Place.Value == row["place"] && s.Scheme!.Value.Value == row["scheme"] && s.Id.StartsWith("s" + row["release"][..4], StringComparison.Ordinal));
                    if (row["gate"] == "satisfaction" && survey is not null)
                    {
                        Exactly(groups[survey.Id].Select(g => g.Group).Distinct().Select(g => Satisfied(survey.Id, g)), N("value") * N("of") / 100, path);
                    }

                    break;
            }
        }
    }

    private void ReadPage(Survey survey)
    {
        IDocument page = new HtmlParser().ParseDocument(Site.Html($"surveys/{survey.Id}/"));
        string[] names = [.. groups[survey.Id].Select(g => g.Group).Distinct()];
        foreach (IElement row in page.QuerySelectorAll("section[aria-labelledby=h-rates] tbody tr"))
        {
            string group = Group(row.QuerySelector("th")!.TextContent);
            Exactly((names.Contains(group) ? [group] : names).Select(g => Satisfied(survey.Id, g)), Number(row.QuerySelector("[data-l=满意]")!.TextContent), survey.Id);
        }

        foreach (IElement section in page.QuerySelectorAll("section[aria-labelledby^=h-q]"))
        {
            string question = section.QuerySelector("h2")!.TextContent;
            foreach (IElement cell in section.QuerySelectorAll("tbody td[data-l]").Where(c => c.GetAttribute("data-l") != "有效"))
            {
                string group = Group(cell.ParentElement!.QuerySelector("th")!.TextContent);
                Exactly((names.Contains(group) ? [group] : names).Select(g => Answer(survey.Id, question, g, cell.GetAttribute("data-l")!)), Number(cell.TextContent.Split('（')[0]), survey.Id);
            }
        }
    }

    private void ReadCounty(string path)
    {
        IDocument page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Site.Files[path]));
        string place = path.Split('/')[^2];
        foreach (IElement row in page.QuerySelectorAll("#survey tbody tr"))
        {
            IElement[] cells = [.. row.Children];
            Rate(place, cells[1].TextContent[..4], Group(cells[0].TextContent), cells[2].QuerySelector("b")!.TextContent.TrimEnd('%'), path);
        }

        foreach (IElement row in page.QuerySelectorAll("#surveys tbody tr"))
        {
            string id = row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^2];
            Rounded(id, [.. groups[id].Select(g => g.Group).Distinct()], row.QuerySelector("b")!.TextContent.TrimEnd('%'), path);
        }
    }

    // A rate of a document may be of another survey of that year: it is used where it can be of this one.
    private void Rate(string place, string year, string group, string rate, string from)
    {
        foreach (Survey survey in surveys.Values.Where(s => s.Place.Value == place && s.Id.StartsWith("s" + year, StringComparison.Ordinal)))
        {
            string[] names = [.. groups[survey.Id].Select(g => g.Group).Distinct()];
            Rounded(survey.Id, names.Contains(group) ? [group] : group == "all" ? names : [], rate, from);
        }
    }

    private void Rounded(string survey, string[] names, string printed, string from)
    {
        double rate = Number(printed);
        if (names.Length == 0 || double.IsNaN(rate))
        {
            return;
        }

        double half = 0.5 * Math.Pow(10, -(printed.Contains('.', StringComparison.Ordinal) ? printed.Split('.')[1].Length : 0));
        double valid = groups[survey].DistinctBy(g => g.Group).Where(g => names.Contains(g.Group)).Sum(g => g.Valid.Value);
        (double low, double high) = ((rate - half) * valid / 100, (rate + half) * valid / 100);
        if (SurveyFigures.WouldHold(names.Sum(g => truth[Satisfied(survey, g)]), low, high))
        {
            figures.Publish(names.Select(g => Satisfied(survey, g)), low, high, from);
        }
    }

    private void Exactly(IEnumerable<string> of, double value, string from)
    {
        if (!double.IsNaN(value))
        {
            figures.Publish(of, value, value, from);
        }
    }

    private static string Group(string label) => new[] { "all", "parents", "pupils", "teachers", "heads", "deputies", "others" }.Single(g => Data.Vocabulary.Label("group", g) == label);

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    // No cell of these tables has a comma.
    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        string text = Encoding.UTF8.GetString(Site.Files[path]).TrimStart('\uFEFF');
        string[][] rows;
        if (path.EndsWith(".csv", StringComparison.Ordinal))
        {
            rows = [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];
        }
        else
        {
            using JsonDocument json = JsonDocument.Parse(text);
            static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(e => e.ToString())];
            rows = [Texts(json.RootElement.GetProperty("columns")), .. json.RootElement.GetProperty("data").EnumerateArray().Select(Texts)];
        }

        return rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }
}
