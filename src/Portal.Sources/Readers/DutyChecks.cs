using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Checks on duties, terms, inspectors and zones, and on the records of publication that name them.</summary>
/// <param name="reading">Run.</param>
/// <param name="known">What references may name.</param>
internal sealed class DutyChecks(Reading reading, Known known)
{
    /// <summary>Keeps the duties whose clock is of the grammar.</summary>
    public IEnumerable<TableRow> Duties(IEnumerable<TableRow> rows)
    {
        foreach (TableRow row in rows)
        {
            if (!Clock.TryParse(row.Text("clock"), out Clock clock))
            {
                reading.Reject(ProblemKinds.BadClock, row.At("clock"), row.Text("clock"));
            }
            else if ((clock.Visit.Length == 0 || IsCode("inspection", clock.Visit, row.At("clock"))) & Words(row, "types", word => CellRules.Reference(reading, known.Types, ProblemKinds.UnknownType, word, row.At("types"))))
            {
                yield return row;
            }
        }
    }

    /// <summary>Tells of terms that end before they begin or overlap.</summary>
    public void Terms(IReadOnlyList<TableRow> rows)
    {
        TableRow? before = null;
        foreach (TableRow row in rows.OrderBy(r => r.Day("start")))
        {
            if (row.Day("end") < row.Day("start"))
            {
                reading.Add(ProblemKinds.TermOrder, row.At("end"), row.Text("term"), row.Text("start"), row.Text("end"), row.Text("term"));
            }
            else if (before?.Day("end") >= row.Day("start"))
            {
                reading.Add(ProblemKinds.TermOrder, row.At("start"), row.Text("term"), row.Text("start"), row.Text("end"), before.Text("term"));
            }

            before = row;
        }
    }

    /// <summary>Tells what is wrong with the inspectors; an ended term is a warning at the newest as-of day.</summary>
    public void Inspectors(IReadOnlyList<TableRow> rows, IReadOnlyList<Zone> zones, DateOnly? asOf)
    {
        KnownWords ids = new(zones.Select(z => z.Id));
        foreach (TableRow row in rows)
        {
            string phone = row.Text("office_phone");
            if (PersonalData.Find(phone) is { } found)
            {
                if (found != PersonalData.MobileWord)
                {
                    reading.Add(ProblemKinds.PersonalData, row.At("office_phone"), found);
                }
                else if (row.Text("contact_basis").Length == 0)
                {
                    reading.Add(ProblemKinds.MobileWithoutBasis, row.At("office_phone"), row.Text("school"));
                }
            }
            else if (phone.Length > 0 && !CellRules.IsPhone(phone))
            {
                reading.Add(ProblemKinds.BadContact, row.At("office_phone"), "责任督学要一个电话号码，只用数字、空格、-、+、括号和“转”", "0999-1234567 转 801");
            }

            if (row.Text("zone").Length > 0)
            {
                CellRules.Reference(reading, ids, ProblemKinds.UnknownZone, row.Text("zone"), row.At("zone"));
            }

            Words(row, "matters", matter => IsCode("matter", matter, row.At("matters")));
            if (row.Day("term_end") < row.Day("term_start"))
            {
                reading.Add(ProblemKinds.TermOrder, row.At("term_end"), row.Text("school"), row.Text("term_start"), row.Text("term_end"), row.Text("school"));
            }
            else if (row.Day("term_end") is { } end && asOf is { } day && end < day)
            {
                reading.Add(ProblemKinds.InspectorExpired, row.At("term_end"), row.Text("school"), row.Text("term_end"), day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>True where a row of disclosures.csv or absences.csv names a duty of its subject, for a period of the duty's clock.</summary>
    public bool IsOfDuty(TableRow row)
    {
        string id = row.Text("duty");
        if (!CellRules.Reference(reading, known.Duties.Ids, ProblemKinds.UnknownDuty, id, row.At("duty")))
        {
            return false;
        }

        // A duty whose own row has a problem is told there.
        if (known.Duties.Find(id) is not var (duty, clock))
        {
            return true;
        }

        bool ofSchool = duty.Kind == "school";
        if (ofSchool != row.Text("school").Length > 0)
        {
            reading.Add(ProblemKinds.DutyOfOther, row.At("duty"), duty.Label, ofSchool ? "学校" : "县", ofSchool ? "县" : "学校");
            return false;
        }

        string period = row.Text("period");
        (bool good, string wanted) = clock.Kind switch
        {
            ClockKind.Yearly or ClockKind.Every => (CellRules.IsYear(period), "四位数的年份，如 2024"),
            ClockKind.PerTerm or ClockKind.TermStart => (known.Duties.Terms.Has(period), "terms.csv 的学期"),
            _ => (clock.Visit.Length == 0 || CellRules.IsDay(period), "督导的日期，如 2024-03-01"),
        };
        if (!good)
        {
            reading.Reject(ProblemKinds.BadDutyPeriod, row.At("period"), duty.Label, period, wanted);
        }

        return good;
    }

    private bool IsCode(string vocabulary, string code, Location where)
    {
        if (known.Codes is null || (known.Codes.TryGetValue(vocabulary, out KnownWords? codes) && codes.Has(code)))
        {
            return true;
        }

        reading.Reject(ProblemKinds.UnknownMatter, where, code, vocabulary, codes is null ? Nearest.None : codes.NearestTo(code));
        return false;
    }

    private static bool Words(TableRow row, string column, Func<string, bool> check)
    {
        bool good = true;
        foreach (string word in row.Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            good &= check(word);
        }

        return good;
    }
}
