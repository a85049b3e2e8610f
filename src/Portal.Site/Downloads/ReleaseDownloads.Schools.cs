using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Downloads;

/// <content>Schools, what is withheld of them, who is left out, and the words that their rows use.</content>
public sealed partial class ReleaseDownloads
{
    private DownloadTable Schools()
    {
        Column[] raw = [.. Vocabulary.Columns];
        DownloadColumn[] columns =
        [
            T("school", "学校（机构）标识码"), T("name", "学校名称，以本次发布时为准"), T("place", "所在县的代码"), T("township", "乡镇、街道"), T("type", "办学类型代码，见 types.csv"),
            T("urban_rural", "城乡类型代码（GB/T 33782-2017 表5）"), T("sponsor", "举办者"), T("hosted_by", "不计校数的，写把它计入的学校；空着是独立的学校"), T("stages", "办学类型所含的学段，用空格隔开"),
            .. raw.Select(c => new DownloadColumn(c.Name, c.Kind == ColumnKind.Text ? DownloadType.Text : DownloadType.Number, c.Label + (c.Unit.Length > 0 ? $"（{c.Unit}）" : ""))),
        ];
        return BySchool("schools", DownloadKind.Input, "学校（可公开的各列）", columns, (to, county) =>
        {
            bool[] closed = [.. raw.Select(c => Withholding.OfSchools(c, release, county))];
            foreach (int row in RowsOf(county))
            {
                School(to, raw, closed, row);
            }
        });
    }

    private void School(RowWriter to, Column[] raw, bool[] closed, int row)
    {
        School school = release.Schools[row];
        to.Text(school.Id.Value);
        to.Text(school.Name);
        to.Text(school.Place.Value);
        to.Text(school.Township);
        to.Text(school.Type);
        to.Text(school.UrbanRural);
        to.Text(school.Sponsor);
        to.Text(school.HostedBy?.Value ?? "");
        to.Text(string.Join(' ', Vocabulary.Type(school.Type)?.Stages.Select(s => s.Value) ?? []));
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i].Kind == ColumnKind.Text)
            {
                to.Text(closed[i] ? "c" : release.Schools.Words(row, raw[i].Name));
                continue;
            }

            // Not applicable follows from the school's type: it gives nothing away. All else of a closed column looks the same.
            Cell cell = release.Schools.Number(row, raw[i].Name);
            to.Cell(closed[i] && cell.State != CellState.NotApplicable ? Cell.Without(CellState.Withheld) : cell);
        }

        to.EndRow();
    }

    private DownloadTable Withheld() => new("withheld", DownloadKind.Input, "不予公布的列", [T("place", "县的代码"), T("column", "schools.csv 的列"), T("level", "school：只公布到县；county：连县的合计也不公布"), T("reason", "原因")], () => ByCounty(Counties, (to, county) =>
    {
        foreach (Column column in Vocabulary.Columns.Where(c => Withholding.OfSchools(c, release, county)))
        {
            bool small = Withholding.OfTotal(column, release, county);
            to.Text(county.Value);
            to.Text(column.Name);
            to.Text(small ? "county" : "school");
            to.Text(column.Disclosure switch
            {
                Disclosure.Never => "这一列不公布",
                Disclosure.County when !small => "这一列只公布到县",
                _ => $"本县有学校少于 {column.MinCount} {column.Unit}",
            });
            to.EndRow();
        }
    }));

    private DownloadTable Exclusions() => new(
        "exclusions",
        DownloadKind.Input,
        "不计入的学校（学部）",
        [T("scheme", "办法"), T("stage", "学段"), T("place", "县的代码"), T("school", "学校标识码"), T("from", "不计入什么：coefficient 差异系数，standards 达标，items 逐校看的项目"), T("by", "rule 办法的规定，decision 本次发布的决定，empty 当年无学生"), T("reason", "原因")],
        () => schemes.SelectMany(scheme => ByCounty(Counties, (to, county) =>
        {
            foreach ((Stage stage, int row) in scheme.Stages.SelectMany(s => RowsOf(county).Select(row => (s, row))))
            {
                if (StageScope.PartOf(site.Data, release, scheme, stage.Id, row) is { } part)
                {
                    Excluded(to, scheme, part, Scope.Coefficient, "coefficient");
                    Excluded(to, scheme, part, Scope.Standards, "standards");
                    Excluded(to, scheme, part, Scope.Items, "items");
                }
            }
        })));

    private void Excluded(RowWriter to, Scheme scheme, SchoolPart part, Scope scope, string word)
    {
        (string Reason, bool ByDecision)? why = StageScope.ReasonOutside(release, scheme, part, scope);
        bool empty = why is null && scope == Scope.Coefficient && part.Pupils is { IsKnown: true, Value: <= 0 };
        if (why is null && !empty)
        {
            return;
        }

        to.Text(scheme.Id.Value);
        to.Text(part.Stage.Value);
        to.Text(part.School.Place.Value);
        to.Text(part.School.Id.Value);
        to.Text(word);
        to.Text(why is null ? "empty" : why.Value.ByDecision ? "decision" : "rule");
        to.Text(why?.Reason ?? StageScope.NoPupils);
        to.EndRow();
    }

    private DownloadTable Places() => new("places", DownloadKind.Input, "地方", [T("code", "行政区划代码"), T("name", "名称"), T("level", "country 全国，province 省级，city 市级，county 县级"), T("parent", "上级的代码")], to =>
    {
        HashSet<PlaceCode> used = [.. Counties.SelectMany(c => site.Data.Places.PathUp(c)).Select(p => p.Code)];
        foreach (Place place in site.Data.Places.All.Where(p => used.Contains(p.Code)))
        {
            to.Text(place.Code.Value);
            to.Text(place.Name);
            to.Text(place.Level switch { PlaceLevel.Country => "country", PlaceLevel.Province => "province", PlaceLevel.City => "city", _ => "county" });
            to.Text(place.Parent?.Value ?? "");
            to.EndRow();
        }
    });

    private DownloadTable Types() => new("types", DownloadKind.Input, "办学类型", [T("type", "代码"), T("label", "名称"), T("stages", "学段，用空格隔开"), T("teaching_point", "yes：教学点，有 hosted_by 也单独成行")], to =>
    {
        foreach (SchoolType type in Vocabulary.Types)
        {
            to.Text(type.Code);
            to.Text(type.Label);
            to.Text(string.Join(' ', type.Stages.Select(s => s.Value)));
            to.Text(type.IsTeachingPoint ? "yes" : "no");
            to.EndRow();
        }
    });

    private DownloadTable Columns() => new(
        "columns",
        DownloadKind.Input,
        "schools.csv 各列的说明",
        [
            T("column", "列名"), T("label", "名称"), T("unit", "单位"), T("stage", "学段，all 是不分学段"), T("kind", "pupils 学生，classes 班，staff 教职工，asset 资产，rooms 用房，text 文字"),
            T("disclosure", "school 公开到学校，county 只到县，never 不公开"), N("min_count", "少于多少不公布"), T("basis", "公开依据"), T("source", "数从哪里来"),
        ],
        to =>
        {
            foreach (Column column in Vocabulary.Columns)
            {
                to.Text(column.Name);
                to.Text(column.Label);
                to.Text(column.Unit);
                to.Text(column.Stage?.Value ?? "all");
                to.Text(column.Kind switch { ColumnKind.Pupils => "pupils", ColumnKind.Classes => "classes", ColumnKind.Staff => "staff", ColumnKind.Asset => "asset", ColumnKind.Rooms => "rooms", _ => "text" });
                to.Text(column.Disclosure switch { Disclosure.School => "school", Disclosure.County => "county", _ => "never" });
                to.Whole(column.MinCount);
                to.Text(column.Basis);
                to.Text(column.Source);
                to.EndRow();
            }
        });
}
