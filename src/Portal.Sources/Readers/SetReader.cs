using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads the tables of a set that stand outside its releases: sources, places, channels, links between schools.</summary>
internal sealed class SetReader(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Settings settings, Known known)
{
    private static readonly string[] Levels = ["country", "province", "city", "county"];

    /// <summary>Documents.</summary>
    public IReadOnlyList<SourceDocument> Sources()
    {
        Table table = Table.Read(reading, Definitions.Sources, files.GetValueOrDefault("sources"), known);
        known.Sources = files.ContainsKey("sources") ? new KnownWords(table.All.Select(r => r.Text("source"))) : null;
        return
        [
            .. table.Rows.Select(r => new SourceDocument(
                new SourceId(r.Text("source")),
                r.Text("title"),
                r.Text("issuer"),
                r.Text("number"),
                new DateText(r.Text("date")),
                r.Text("address"),
                r.Choice("grade", SourceGrade.Original, SourceGrade.Official, SourceGrade.Reprint),
                r.Text("read_from"))),
        ];
    }

    /// <summary>Places; a parent must be known and of a higher level, so the tree has no circle.</summary>
    public IReadOnlyList<Place> Places()
    {
        TableFiles? placeFiles = files.GetValueOrDefault("places");
        if (placeFiles is null)
        {
            return [];
        }

        // The codes must be known before parents and successors can be checked: a first pass reads them without telling its problems.
        Table codes = Table.Read(new Reading(new ProblemList()), Definitions.Places, placeFiles, known);
        known.Places = new KnownWords(codes.All.Select(r => r.Text("code")).Append(PlaceCode.Country.Value));
        Table table = Table.Read(reading, Definitions.Places, placeFiles, known);
        Dictionary<string, TableRow> byCode = [];
        foreach (TableRow row in table.All)
        {
            byCode.TryAdd(row.Text("code"), row);
            known.Parents.TryAdd(row.Text("code"), row.Text("parent"));
        }

        // A row with a problem may be a county: its schools are not told of it once more.
        foreach (TableRow row in table.All.Where(r => !r.IsGood || r.Text("level") == "county"))
        {
            known.Counties.Add(row.Text("code"));
        }

        foreach (TableRow row in table.Rows)
        {
            CheckCode(row);
            CheckParent(row, byCode);
            CheckChange(row);
        }

        if (settings.Kind != DataSetKind.PublishedValues)
        {
            CheckChannels(table, byCode);
        }

        return
        [
            .. table.Rows.Select(r => new Place(
                new PlaceCode(r.Text("code")),
                r.Text("name"),
                r.Choice("level", PlaceLevel.Country, PlaceLevel.Province, PlaceLevel.City, PlaceLevel.County),
                r.Text("parent").Length > 0 ? new PlaceCode(r.Text("parent")) : null,
                r.Whole("residents"),
                r.Day("from"),
                r.Day("until"),
                r.Text("successor").Length > 0 ? new PlaceCode(r.Text("successor")) : null)),
        ];
    }

    /// <summary>Channels.</summary>
    public IReadOnlyList<Channel> Channels()
    {
        Table table = Table.Read(reading, Definitions.Channels, files.GetValueOrDefault("channels"), known);
        foreach (TableRow row in table.Rows)
        {
            CheckContact(row);
        }

        return
        [
            .. table.Rows.Select(r => new Channel(
                new PlaceCode(r.Text("place")),
                r.Text("topic"),
                r.Choice("kind", ChannelKind.Mail, ChannelKind.Form, ChannelKind.Phone, ChannelKind.Wechat, ChannelKind.Letter),
                r.Text("value"),
                r.Text("hours"),
                (int?)r.Whole("promise_days"))),
        ];
    }

    /// <summary>Links between schools, all of them known to some release.</summary>
    public IReadOnlyList<SchoolLink> SchoolLinks(KnownWords schools, GroupChecks checks)
    {
        Table table = Table.Read(reading, Definitions.SchoolLinks, files.GetValueOrDefault("school-links"), known);
        foreach (TableRow row in table.Rows)
        {
            CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, row.Text("from"), row.At("from"));
            if (row.Text("to").Length > 0)
            {
                CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, row.Text("to"), row.At("to"));
            }
        }

        checks.CheckProposals(table.Rows);
        return
        [
            .. table.Rows.Select(r => new SchoolLink(
                new SchoolId(r.Text("from")),
                r.Text("to").Length > 0 ? new SchoolId(r.Text("to")) : null,
                r.Choice("kind", SchoolLinkKind.Renamed, SchoolLinkKind.Merged, SchoolLinkKind.Split, SchoolLinkKind.Closed, SchoolLinkKind.Reopened, SchoolLinkKind.Proposed),
                new DateText(r.Text("date")),
                r.Text("old_name"),
                r.Text("notice"),
                r.Text("source").Length > 0 ? new SourceId(r.Text("source")) : null)),
        ];
    }

    /// <summary>campuses.csv, of schools known to some release.</summary>
    public IReadOnlyList<Campus> Campuses(KnownWords schools) =>
    [
        .. Table.Read(reading, Definitions.Campuses, files.GetValueOrDefault("campuses"), known).Rows
            .Where(r => CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, r.Text("school"), r.At("school")))
            .Select(r => new Campus(new SchoolId(r.Text("school")), r.Text("campus"), r.Text("name"), r.Text("address"), r.Text("grades"))),
    ];

    /// <summary>groups.csv, of schools known to some release.</summary>
    public IReadOnlyList<SchoolGroup> Groups(KnownWords schools, GroupChecks checks)
    {
        Table table = Table.Read(reading, Definitions.Groups, files.GetValueOrDefault("groups"), known);
        TableRow[] rows = [.. table.Rows.Where(r => CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, r.Text("school"), r.At("school")))];
        checks.Check(rows, table.All);
        return
        [
            .. rows.Select(r => new SchoolGroup(
                r.Text("group"), new SchoolId(r.Text("school")), r.Text("name"), r.Choice("kind", SchoolGroupKind.Federation, SchoolGroupKind.Partnership, SchoolGroupKind.District),
                r.Text("role"), new DateText(r.Text("from")), new DateText(r.Text("until")))),
        ];
    }

    // Invented and real places never share a set (data.md §1, §7).
    private void CheckCode(TableRow row)
    {
        string code = row.Text("code");
        bool invented = code.StartsWith("99", StringComparison.Ordinal);
        if (code != PlaceCode.Country.Value && invented != (settings.Kind == DataSetKind.Demonstration))
        {
            reading.Add(invented ? ProblemKinds.InventedCode : ProblemKinds.DemonstrationCode, row.At("code"), code);
        }
    }

    private void CheckParent(TableRow row, Dictionary<string, TableRow> byCode)
    {
        string parent = row.Text("parent");
        if (parent.Length == 0)
        {
            if (row.Text("level") != "country")
            {
                reading.Add(ProblemKinds.BlankCell, row.At("parent"), "上级");
            }

            return;
        }

        int above = byCode.TryGetValue(parent, out TableRow? parentRow) ? Array.IndexOf(Levels, parentRow.Text("level")) : 0;
        if (above >= Array.IndexOf(Levels, row.Text("level")))
        {
            reading.Add(ProblemKinds.BadParent, row.At("parent"), row.Text("code"), parent);
        }
    }

    private void CheckChange(TableRow row)
    {
        if (row.Day("from") is { } from && row.Day("until") is { } until && until < from)
        {
            reading.Add(ProblemKinds.UntilBeforeFrom, row.At("until"), row.Text("from"), row.Text("until"));
        }

        if (row.Text("successor") == row.Text("code"))
        {
            reading.Add(ProblemKinds.OwnSuccessor, row.At("successor"), row.Text("code"));
        }
    }

    // What is wrong is not repeated: it may be a person's number.
    private void CheckContact(TableRow row)
    {
        string value = row.Text("value");
        switch (row.Text("kind"))
        {
            case "form" when !CellRules.IsAddress(value):
                reading.Reject(ProblemKinds.BadAddress, row.At("value"), value);
                break;
            case "mail" when !CellRules.IsMail(value):
                reading.Add(ProblemKinds.BadContact, row.At("value"), "mail 要一个电子邮箱地址，前后没有别的字", "jyj@example.gov.cn");
                break;
            case "phone" when !CellRules.IsPhone(value):
                reading.Add(ProblemKinds.BadContact, row.At("value"), "phone 要一个电话号码，只用数字、空格、-、+、括号和“转”", "0999-1234567 转 801");
                break;
            default:
                break;
        }
    }

    private void CheckChannels(Table places, Dictionary<string, TableRow> byCode)
    {
        if (!files.ContainsKey("channels"))
        {
            return;
        }

        HashSet<string> reached = [.. Table.Read(new Reading(new ProblemList()), Definitions.Channels, files["channels"], known).All.Where(r => r.Text("topic") == "general").Select(r => r.Text("place"))];
        foreach (TableRow county in places.Rows.Where(r => r.Text("level") == "county"))
        {
            string code = county.Text("code");
            int steps = 0;
            while (!reached.Contains(code) && steps++ < Levels.Length && byCode.TryGetValue(code, out TableRow? row) && row.Text("parent").Length > 0)
            {
                code = row.Text("parent");
            }

            // A path that ends in an unknown place is told as that, not here.
            if (!reached.Contains(code) && (code == PlaceCode.Country.Value || (byCode.TryGetValue(code, out TableRow? last) && last.Text("level") == "country")))
            {
                reading.Add(ProblemKinds.CountyWithoutChannel, county.Where, county.Text("name"), county.Text("code"));
            }
        }
    }
}
