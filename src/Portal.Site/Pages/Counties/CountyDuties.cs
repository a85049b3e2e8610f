using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Schools of a county with the same outcome of a duty.</summary>
/// <param name="Outcome">Outcome.</param>
/// <param name="Shape">Shape of the mark.</param>
/// <param name="Word">Word of the mark.</param>
/// <param name="Count">Number of schools, or of states where a school may have several.</param>
/// <param name="Schools">The schools by code; empty for those that have nothing open.</param>
public sealed record DutySchools(DutyOutcome Outcome, string Shape, string Word, int Count, IReadOnlyList<Piece> Schools);

/// <summary>A duty of a county's schools in one period.</summary>
public sealed record CountySchoolDuty(string Label, string? Address, string Period, IReadOnlyList<DutySchools> Outcomes);

/// <summary>应公开清单 and inspectors of a county.</summary>
/// <param name="AsOf">Day on which it was judged, in digits.</param>
/// <param name="NotReported">Why nothing is judged; empty where something is.</param>
/// <param name="Rows">The county's own duties.</param>
/// <param name="Schools">Its schools' duties.</param>
/// <param name="Whole">Page of the whole area, null on pages pinned to a release.</param>
/// <param name="Inspectors">Inspectors in a sentence, empty where nothing is known of them in the whole site, or on pages pinned to a release.</param>
/// <param name="Without">Schools without an inspector, by code.</param>
/// <param name="Zones">Zones of the county.</param>
/// <param name="Note">As-of day and release.</param>
public sealed record CountyDuties(
    string AsOf, string NotReported, IReadOnlyList<DutyRow> Rows, IReadOnlyList<CountySchoolDuty> Schools, string? Whole, string Inspectors, IReadOnlyList<Piece> Without, IReadOnlyList<Piece> Zones, TableNote Note)
{
    /// <summary>The part of a county's page: on its current page by the newest release, on a pinned page by that release. Null where nothing is known.</summary>
    public static CountyDuties? Of(CountyContext county, bool pinned)
    {
        SiteContext site = county.Site;
        PlaceCode code = county.Place.Code;
        Release? release = pinned ? county.Release : site.Latest;
        if (release is null)
        {
            return null;
        }

        DutyBook? book = site.DutiesIn(release);
        InspectorFacts? inspectors = pinned ? null : InspectorFacts.Of(site, code);
        if (book is null && inspectors is null)
        {
            return null;
        }

        return new CountyDuties(
            Format.Day(release.AsOf),
            book is null || book.Knows(code) ? "" : $"发布 {release.Id} 里没有{county.Place.Name}的公开和督导记录，没有收到，不作判断。",
            [.. book?.Of(code).Select(s => DutyRow.Of(site, s, release, pinned)) ?? []],
            book is null ? [] : SchoolsOf(book, release, code, pinned),
            pinned || book is null ? null : Addresses.Disclosure,
            inspectors?.Sentence ?? "",
            inspectors?.Without ?? [],
            inspectors?.Zones ?? [],
            Sourcing.Note(site, release, []));
    }

    private static CountySchoolDuty[] SchoolsOf(DutyBook book, Release release, PlaceCode county, bool pinned)
    {
        (School School, DutyState State)[] states = [.. DutyTally.SchoolsOf(release, county).OrderBy(s => s.Id).SelectMany(s => book.Of(s).Select(d => (s, d)))];
        string[] order = [.. book.Duties.Select(d => d.Id)];
        return
        [
            .. states.GroupBy(s => (s.State.Duty.Id, Period: DutyTally.Group(s.State))).OrderBy(g => Array.IndexOf(order, g.Key.Id)).ThenBy(g => g.Key.Period, StringComparer.Ordinal)
                .Select(g => new CountySchoolDuty(
                    g.First().State.Duty.Label,
                    pinned ? null : Addresses.DisclosureOf(g.Key.Id),
                    DutyRow.PeriodOf(g.First().State.Clock, g.Key.Period),
                    [.. g.GroupBy(s => s.State.Outcome).OrderBy(o => o.Key).Select(o => new DutySchools(
                        o.Key,
                        DutyRow.Shapes(o.Key),
                        DutyRow.WordOf(o.Key, o.First().State.Clock),
                        o.Count(),
                        o.Key is DutyOutcome.Published or DutyOutcome.NotDue ? [] : [.. o.Select(s => new Piece(s.School.Name, Addresses.School(s.School.Id)))]))])),
        ];
    }
}
