using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>A school as items look at it: all its stages that the scheme judges and that items do not leave out.</summary>
internal sealed record ItemSchool(SchoolPart[] Parts)
{
    /// <summary>The school's words.</summary>
    public School School => Parts[0].School;

    /// <summary>
    /// A sum of raw columns of the school. A column with <c>{stage}</c> is taken for each of the given stages that the school has.
    /// Not applicable where none of them applies, unknown where one is.
    /// </summary>
    public Amount Sum(IReadOnlyList<Term> terms, StageId? stage)
    {
        double sum = 0;
        bool applies = false;
        foreach (Term term in terms)
        {
            bool staged = term.Column.Contains("{stage}", StringComparison.Ordinal);
            foreach (SchoolPart part in staged ? Parts : Parts.AsSpan(0, 1))
            {
                if (staged && stage is { } only && part.Stage != only)
                {
                    continue;
                }

                Amount amount = part.Sum(term.ColumnFor(part.Stage));
                if (amount.IsKnown)
                {
                    sum += amount.Value * term.Factor;
                    applies = true;
                }
                else if (amount.Why != CellState.NotApplicable)
                {
                    return amount;
                }
            }
        }

        return applies ? new Amount(sum, CellState.Reported) : new Amount(double.NaN, CellState.NotApplicable);
    }
}

/// <summary>What the items of one scheme look at in one county of one release, and the inputs as they ask for them.</summary>
internal sealed partial class CountyData
{
    private readonly Func<ReleaseId, SchemeId, StageId, StageResult?> find;
    private readonly IReadOnlyList<Allowance> adopted;
    private readonly SchoolPart[][] byStage;
    private readonly Dictionary<(string Item, string Input), GovernmentValue> reported = [];
    private readonly Dictionary<(string Measure, int Year, StageId? Stage), Cell> finance = [];

    public CountyData(Dataset dataset, Release release, Scheme scheme, PlaceCode county, Func<ReleaseId, SchemeId, StageId, StageResult?> find)
    {
        (Dataset, Release, Scheme, County, this.find) = (dataset, release, scheme, county, find);
        Path = [.. dataset.Places.PathUp(county)];
        Seen = dataset.UpTo(release);
        foreach (GovernmentValue value in release.GovernmentOf(county, scheme.Id))
        {
            reported.TryAdd((value.Item.Value, value.Input), value);
        }

        foreach (FinanceValue value in release.FinanceOf(county))
        {
            finance.TryAdd((value.Measure, value.Year, value.Stage), value.Value);
        }

        (int start, int length) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
        adopted = Allowances.Adopted(dataset, release, scheme, county);
        byStage = [.. scheme.Stages.Select(s => StageScope.PartsOf(dataset, release, scheme, s.Id, county))];
        List<ItemSchool> schools = new(length);
        int[] next = new int[byStage.Length];
        List<SchoolPart> parts = [];
        for (int row = start; row < start + length; row++)
        {
            parts.Clear();
            for (int s = 0; s < byStage.Length; s++)
            {
                if (next[s] < byStage[s].Length && byStage[s][next[s]].Row == row && byStage[s][next[s]++] is var part && StageScope.ReasonOutside(release, scheme, part, Scope.Items) is null)
                {
                    parts.Add(part);
                }
            }

            if (parts.Count > 0)
            {
                schools.Add(new ItemSchool([.. parts]));
            }
        }

        Schools = schools;
    }

    /// <summary>All parts of the county in a stage of the scheme, in id order.</summary>
    public SchoolPart[] PartsOf(StageId stage)
    {
        for (int s = 0; s < byStage.Length; s++)
        {
            if (Scheme.Stages[s].Id == stage)
            {
                return byStage[s];
            }
        }

        return [];
    }

    public Dataset Dataset { get; }

    public Release Release { get; }

    public Scheme Scheme { get; }

    public PlaceCode County { get; }

    /// <summary>The county and the places above it.</summary>
    public IReadOnlyList<Place> Path { get; }

    /// <summary>Releases that were there when this one was published, oldest first.</summary>
    public IReadOnlyList<Release> Seen { get; }

    /// <summary>Schools in scope of the items, in id order.</summary>
    public IReadOnlyList<ItemSchool> Schools { get; }

    /// <summary>The last financial year that is over at the release's as-of date.</summary>
    public int LastYear => Release.AsOf.Year - 1;

    /// <summary>Coefficients of the county.</summary>
    public StageResult? Coefficients(ReleaseId release, SchemeId scheme, StageId stage) => find(release, scheme, stage);

    /// <summary>Schools of the types that an item names, or all; those with the item's stage where it has one.</summary>
    public IEnumerable<ItemSchool> SchoolsOf(Item item)
    {
        string[] types = item.Input(ItemToken.Types)?.Text.Split(',') ?? [];
        return Schools.Where(s => (types.Length == 0 || types.Contains(s.School.Type)) && (item.Stage is null || s.Parts.Any(p => p.Stage == item.Stage)));
    }

    /// <summary>A reported value of government.csv, blank where there is no row. <c>other/name</c> is the value of another item.</summary>
    public ItemInput Reported(Item item, string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        (string owner, string input) = slash < 0 ? (item.Id.Value, name) : (name[..slash], name[(slash + 1)..]);
        GovernmentValue? row = reported.GetValueOrDefault((owner, input));
        return Input(name, row?.Value ?? Cell.Blank, $"government {County}/{Scheme.Id}/{owner}" + (input.Length > 0 ? "/" + input : ""), row?.Evidence ?? "");
    }

    /// <summary>The points of an item.</summary>
    public ItemInput Score(Item item)
    {
        GovernmentValue? row = reported.GetValueOrDefault((item.Id.Value, ""));
        return Input("score", row?.Score ?? Cell.Blank, $"government {County}/{Scheme.Id}/{item.Id}", row?.Evidence ?? "");
    }

    /// <summary>A figure of finance in a year.</summary>
    public ItemInput Finance(Item item, string measure, int year) => Input(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"finance:{measure}/{year}"),
        finance.GetValueOrDefault((measure, year, item.Stage), Cell.Blank),
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"finance {County}/{year}/{item.Stage}/{measure}"),
        "");

    /// <summary>The value of a word of the inputs with all that it was added up from: reported values, columns of the schools, a figure of finance.</summary>
    public (Amount Sum, IReadOnlyList<ItemInput> Inputs) Value(Item item, ItemToken token)
    {
        switch (token.Key)
        {
            case ItemToken.Column:
                ItemInput column = Columns(item, token);
                return (new Amount(column.Value, column.Why), [column]);
            case ItemToken.Finance:
                ItemInput figure = Finance(item, token.Text, LastYear);
                return (new Amount(figure.Value, figure.Why), [figure]);
            default:
                ItemInput[] inputs = [.. token.Terms.Select(t => Reported(item, t.Column))];
                CellState why = inputs.Select(i => i.Why).FirstOrDefault(w => w != CellState.Reported);
                return (why == CellState.Reported ? new Amount(inputs.Zip(token.Terms).Sum(p => p.First.Value * p.Second.Factor), why) : new Amount(double.NaN, why), inputs);
        }
    }

    private ItemInput Columns(Item item, ItemToken token)
    {
        if (ColumnsOf(item, token).Any(c => Withholding.OfTotal(c, Release, County)))
        {
            return new ItemInput(token.ToString(), double.NaN, CellState.Withheld, $"schools {County}");
        }

        double sum = 0;
        foreach (ItemSchool school in SchoolsOf(item))
        {
            Amount amount = school.Sum(token.Terms, item.Stage);
            if (amount.IsKnown)
            {
                sum += amount.Value;
            }
            else if (amount.Why != CellState.NotApplicable)
            {
                return new ItemInput(token.ToString(), double.NaN, amount.Why, $"schools {County}");
            }
        }

        return new ItemInput(token.ToString(), sum, CellState.Reported, $"schools {County}");
    }

    // Raw columns that a word names, for the item's stage or for all.
    private IEnumerable<Column> ColumnsOf(Item item, ItemToken token) => token.Terms
        .SelectMany(t => Scheme.Stages.Where(s => item.Stage is null || s.Id == item.Stage).Select(s => t.ColumnFor(s.Id))).Distinct()
        .Select(Dataset.Vocabulary.Column).OfType<Column>();

    private static ItemInput Input(string name, Cell cell, string from, string evidence) => new(name, cell.Value, cell.State, from, evidence);
}
