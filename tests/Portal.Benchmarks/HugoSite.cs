using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Benchmarks;

/// <summary>
/// The schools and counties of a plan as a source for Hugo: one content file for each, with every word and number of its tables already
/// worked out and printed, so that Hugo has only to fill templates (hugo/layouts).
/// </summary>
internal static class HugoSite
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the source; returns the number of content files.</summary>
    public static int Write(SitePlan plan, string folder)
    {
        Copy(Path.Combine(AppContext.BaseDirectory, "hugo"), folder);
        foreach (string section in new[] { "schools", "places" })
        {
            Directory.CreateDirectory(Path.Combine(folder, "content", section));
        }

        int count = 0;
        Parallel.ForEach(plan.Files.OfType<PlannedPage>().Where(p => !p.Superseded), page =>
        {
            if (page.Model() is var model && model switch { SchoolPage school => Front(plan, school), CountyPage county => Front(plan, county), _ => null } is { } front)
            {
                string body = string.Join("\n\n", model is SchoolPage s ? s.Sentences : ((CountyPage)model).Lead);
                File.WriteAllText(Path.Combine(folder, "content", page.Address.TrimEnd('/') + ".md"), JsonSerializer.Serialize(front, Plain) + "\n\n" + body + "\n");
                Interlocked.Increment(ref count);
            }
        });
        return count;
    }

    private static object Front(SitePlan plan, SchoolPage page) => new
    {
        title = page.School.Name,
        description = page.Info.Description,
        crumbs = Crumbs(page.Info),
        county = page.County.Name,
        countyaddress = page.CountyAddress,
        township = page.School.Township,
        meta = page.Meta,
        counts = page.Counts.Select(c => new { label = c.Label, value = c.Value, unit = c.Unit, note = c.Note }),
        stages = page.Stages.Where(s => s.Rows.Count > 0).Select(s => new { label = s.Stage.Label, judged = s.Judged, standards = s.Standards, rows = s.Rows.Select(r => Row(page.Scheme!, r)) }),
        others = page.Others.Select(o => new { label = o.Scheme.Short, stages = o.Stages.Select(s => new { label = s.Stage.Label, rows = s.Rows.Where(r => r.Standard.Length > 0).Select(r => Row(o.Scheme, r)) }) }),
        sources = page.StandardSources,
        source = Pieces(page.Source),
        raw = page.Raw.Select(c => new { label = c.Label, value = c.Value, unit = c.Unit }),
        facts = page.Facts.Select(f => new { label = f.Label, text = Pieces(f.Text) }),
        citation = page.Citation,
        citationaddress = page.CitationAddress,
        feedback = Words(Feedback.For(plan.Site, page.Info)),
    };

    private static object Front(SitePlan plan, CountyPage page) => new
    {
        title = page.Name,
        description = page.Info.Description,
        crumbs = Crumbs(page.Info),
        meta = page.Meta,
        contents = page.Contents.Select(a => new { id = a.Id, label = a.Label }),
        schemes = page.Schemes.Select(s => new
        {
            label = s.Short,
            document = s.Document,
            stages = s.Stages.Select(b => b.State.Label),
            rows = s.Rows.Concat(s.Foot).Select(r => new { label = r.Label, address = r.Address, cells = r.Cells.Select(c => new { text = c.Text, over = c.Over, note = c.Note }) }),
            @out = s.Out.Select(o => new { reason = o.Reason, schools = string.Join("、", o.Schools) }),
        }),
        townships = page.Schools?.Townships.Select(t => new
        {
            name = t.Name,
            rows = t.Rows.Select(r => new { name = r.Name, address = r.Address, type = r.Type, pupils = r.Pupils, teachers = r.Teachers, shape = r.Shape, word = r.Word, detail = r.Detail }),
        }),
        citation = page.Citation,
        citationaddress = page.CitationUrl,
        feedback = Words(Feedback.For(plan.Site, page.Info)),
    };

    private static object Row(Scheme scheme, SchoolMeasure row) => new
    {
        label = row.Indicator.Indicator.Label,
        address = Addresses.Indicator(scheme.Id, row.Indicator.Indicator.Id),
        sign = row.Indicator.Indicator.Better == Better.Higher ? "≥ " : "≤ ",
        value = row.Value,
        unit = row.Unit,
        standard = row.Standard,
        mean = row.Mean,
        note = row.Note,
        amount = row.Amount,
        verb = SchoolText.Verb(row.Indicator.Indicator),
        kind = StateMark.ShapeOf(row.Indicator.Outcome),
        word = StateMark.WordOf(row.Indicator.Outcome),
        bullet = row.Indicator.Standard is null ? null : Drawn(BulletLayout.Of(row.Indicator)),
    };

    private static object Drawn(BulletLayout bullet) => new
    {
        label = bullet.Label,
        value = Percent(bullet.Value),
        met = bullet.Met,
        clipped = bullet.Clipped,
        gapfrom = bullet.GapWidth > 0 ? Percent(bullet.GapFrom) : null,
        gapwidth = Percent(bullet.GapWidth),
        mean = Percent(bullet.Mean),
    };

    private static string? Percent(double? value) => value is { } known ? FormattableString.Invariant($"{known:0.##}%") : null;

    private static IEnumerable<object> Crumbs(PageInfo info) => info.Crumbs.Select(c => new { label = c.Label, address = c.Address });

    private static IEnumerable<object> Pieces(IReadOnlyList<Piece> pieces) => pieces.Select(p => new { text = p.Text, address = p.Address });

    private static object Words(Feedback feedback) => new
    {
        place = feedback.PlaceName,
        links = feedback.Links.Select(l => new { text = l.Text, link = l.Link, hours = l.Hours, days = l.PromiseDays }),
        copy = feedback.CopyText.Split('\n'),
    };

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
