using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Downloads;

/// <content>What counties report besides their schools, the road to recognition, and what documents say.</content>
public sealed partial class ReleaseDownloads
{
    private IEnumerable<DownloadTable> Reported()
    {
        if (release.Classes.Count > 0)
        {
            yield return BySchool("classes", DownloadKind.Input, "班额", [T("place", "县的代码"), T("school", "学校标识码"), T("stage", "学段"), N("from", "最少人数"), N("to", "最多人数，空着是以上"), N("classes", "班数")], (to, county) =>
            {
                StageId[] closed = [.. Vocabulary.Columns.Where(c => c.Kind == ColumnKind.Classes && c.Stage is not null && Withholding.OfSchools(c, release, county)).Select(c => c.Stage!.Value)];
                foreach (ClassBand band in RowsOf(county).SelectMany(row => schemes.SelectMany(s => s.Stages).Select(s => s.Id).Distinct().SelectMany(s => release.ClassesOf(release.Schools[row].Id, s))))
                {
                    to.Text(county.Value);
                    to.Text(band.School.Value);
                    to.Text(band.Stage.Value);
                    to.Whole(band.From);
                    to.Whole(band.To);
                    to.Cell(closed.Contains(band.Stage) ? Cell.Without(CellState.Withheld) : Cell.Of(band.Classes, 0));
                    to.EndRow();
                }
            });
        }

        if (release.Government.Count > 0)
        {
            yield return new DownloadTable("government", DownloadKind.Input, "各县填报的项目", [T("place", "县的代码"), T("scheme", "办法"), T("item", "项目，见 scheme-*/items.csv"), T("input", "数据项"), N("value", "值"), N("score", "得分"), T("evidence", "依据")], () =>
                ByPlace(release.Government.OrderBy(v => v.Place).ThenBy(v => v.Scheme.Value, StringComparer.Ordinal), v => v.Place, (to, v) =>
                {
                    to.Text(v.Place.Value);
                    to.Text(v.Scheme.Value);
                    to.Text(v.Item.Value);
                    to.Text(v.Input);
                    to.Cell(v.Value);
                    to.Cell(v.Score);
                    to.Text(v.Evidence);
                }));
        }

        if (release.Finance.Count > 0)
        {
            yield return new DownloadTable("finance", DownloadKind.Input, "经费", [T("place", "地方的代码"), T("year", "年份"), T("stage", "学段"), T("measure", "度量"), T("label", "度量的名称"), N("value", "值"), T("source", "来源")], () =>
                ByPlace(release.Finance.OrderBy(f => f.Place).ThenBy(f => f.Year), f => f.Place, (to, f) =>
                {
                    to.Text(f.Place.Value);
                    to.Text(f.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    to.Text(f.Stage?.Value ?? "");
                    to.Text(f.Measure);
                    to.Text(Vocabulary.Label("finance", f.Measure));
                    to.Cell(f.Value);
                    to.Text(Title(f.Source));
                }));
        }

        if (release.Supervision.Feedback.Count > 0)
        {
            yield return Feedback();
        }

        if (release.Supervision.Corrections.Count > 0)
        {
            yield return Corrections();
        }

        if (release.Surveys.Count > 0)
        {
            yield return Groups();
        }

        if (release.Supervision.Answers.Count > 0)
        {
            yield return Answers();
        }

        if (seen.Any(r => r.Procedure.Count > 0))
        {
            yield return Procedure();
        }
    }

    private DownloadTable Groups() => new(
        "survey-groups",
        DownloadKind.Input,
        "满意度调查的份数",
        [T("survey", "调查"), T("title", "名称"), T("rule", "怎样的问卷算满意"), T("place", "地方的代码"), T("scheme", "办法，空着是不用于认定"), T("gate", "yes：关口用这一次"), T("group", "群体"), N("issued", "发放"), N("returned", "回收"), N("valid", "有效"), N("satisfied", "满意；群体太小的写 c")],
        to =>
        {
            foreach (Survey survey in release.Surveys.OrderBy(s => s.Place))
            {
                SurveyGroup[] groups = [.. release.GroupsOf(survey)];
                SurveyDisclosure disclosure = SurveyDisclosure.Of(site.Data, survey);
                for (int i = 0; i < groups.Length; i++)
                {
                    to.Text(survey.Id);
                    to.Text(survey.Title);
                    to.Text(survey.Rule);
                    to.Text(survey.Place.Value);
                    to.Text(survey.Scheme?.Value ?? "");
                    to.Text(survey.Gate ? "yes" : "no");
                    to.Text(groups[i].Group);
                    to.Cell(groups[i].Issued);
                    to.Cell(groups[i].Returned);
                    to.Cell(groups[i].Valid);
                    to.Cell(disclosure.Satisfied(groups[i]));
                    to.EndRow();
                }
            }
        });

    private DownloadTable Answers() => new(
        "survey-answers",
        DownloadKind.Input,
        "满意度调查各题的答案",
        [T("survey", "调查"), T("place", "地方的代码"), T("group", "群体"), T("question", "问题"), T("answer", "答案"), N("count", "份数；群体太小、或从别的数字能推出太小的群体的写 c")],
        to =>
        {
            foreach (Survey survey in release.Surveys.OrderBy(s => s.Place))
            {
                SurveyDisclosure disclosure = SurveyDisclosure.Of(site.Data, survey);
                foreach (SurveyAnswer answer in release.Supervision.AnswersOf(survey.Id))
                {
                    to.Text(survey.Id);
                    to.Text(survey.Place.Value);
                    to.Text(answer.Group);
                    to.Text(answer.Question);
                    to.Text(answer.Answer);
                    to.Cell(disclosure.Count(answer));
                    to.EndRow();
                }
            }
        });

    private DownloadTable Procedure() => new(
        "procedure",
        DownloadKind.Document,
        "认定进程：主管机关作出，不是测算",
        [T("place", "县的代码"), T("scheme", "办法"), T("step", "步骤"), T("done", "完成日期，照文件所写"), T("outcome", "结果"), T("authority", "作出单位"), T("text", "原文"), T("source", "来源"), T("recorded_in", "记在哪一次发布")],
        () => site.Data.Places.All.Select(place => new RowBlock(site.Bases.OfRows(place.Code), to =>
        {
            foreach (SchemeId scheme in site.Data.Schemes.Select(s => s.Id))
            {
                // As the pages read it: the newest release that records any step of the place.
                Release? from = seen.LastOrDefault(r => r.ProcedureOf(place.Code).Any(s => s.Scheme == scheme));
                foreach (ProcedureStep step in from is null ? [] : Road.Of(from, place.Code, scheme).Steps)
                {
                    to.Text(step.Place.Value);
                    to.Text(step.Scheme.Value);
                    to.Text(step.Step);
                    to.Text(step.Done.Text);
                    to.Text(Vocabulary.Label("outcome", step.Outcome));
                    to.Text(step.Authority);
                    to.Text(step.Text);
                    to.Text(Title(step.Source));
                    to.Text(from!.Id.ToString());
                    to.EndRow();
                }
            }
        })));

    private IEnumerable<DownloadTable> Documents()
    {
        if (release.Coefficients.Count > 0)
        {
            yield return new DownloadTable("published-coefficients", DownloadKind.Document, "文件公布的差异系数，照录", [T("place", "地方的代码"), T("year", "年份，空着是文件没有写"), T("stage", "学段"), T("scheme", "办法"), T("indicator", "指标"), N("value", "值，照文件所印"), T("judgement", "文件自己的判断"), T("note", "说明"), T("source", "来源")], to =>
            {
                foreach (PublishedCoefficient c in release.Coefficients)
                {
                    to.Text(c.Place.Value);
                    to.Text(c.Year);
                    to.Text(c.Stage.Value);
                    to.Text(c.Scheme.Value);
                    to.Text(c.Indicator.Value);
                    to.Cell(c.Value);
                    to.Text(c.Judgement);
                    to.Text(c.Note);
                    to.Text(Title(c.Source));
                    to.EndRow();
                }
            });
        }

        if (release.Satisfaction.Count > 0)
        {
            yield return new DownloadTable("satisfaction", DownloadKind.Document, "文件公布的满意度，照录，不用于关口", [T("place", "地方的代码"), T("year", "年份"), T("group", "群体"), N("rate_percent", "满意的比例，照文件所印；能推出太小的群体的写 c"), T("question", "问题"), T("source", "来源")], to =>
            {
                foreach (PublishedSatisfaction s in release.Satisfaction)
                {
                    to.Text(s.Place.Value);
                    to.Text(s.Year);
                    to.Text(s.Group);
                    to.Cell(SurveyDisclosure.Rate(site.Data, s));
                    to.Text(s.Question);
                    to.Text(Title(s.Source));
                    to.EndRow();
                }
            });
        }

        if (release.Facts.Count > 0)
        {
            yield return new DownloadTable("facts", DownloadKind.Document, "文件写明的事实，照录", [T("place", "地方的代码"), T("year", "年份"), T("topic", "主题"), T("label", "名称"), N("value", "值"), T("unit", "单位"), T("text", "原文"), T("source", "来源")], to =>
            {
                foreach (Fact f in release.Facts)
                {
                    to.Text(f.Place.Value);
                    to.Text(f.Year);
                    to.Text(Vocabulary.Label("topic", f.Topic));
                    to.Text(f.Label);
                    to.Cell(f.Value);
                    to.Text(f.Unit);
                    to.Text(f.Text);
                    to.Text(Title(f.Source));
                    to.EndRow();
                }
            });
        }
    }

    private string Title(SourceId source) => site.Data.Sources.TryGetValue(source, out SourceDocument? document) ? document.Title : source.Value;
}
