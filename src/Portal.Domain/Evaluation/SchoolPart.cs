using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>An amount of an indicator in one school's stage.</summary>
/// <param name="Value">The amount (numerator), NaN where it is missing.</param>
/// <param name="Why">Why it is missing; <see cref="CellState.Reported"/> where it is not.</param>
public readonly record struct Amount(double Value, CellState Why)
{
    /// <summary>True where there is an amount.</summary>
    public bool IsKnown => Why == CellState.Reported;
}

/// <summary>
/// One school's part in one stage (学校(学部)), e.g. the junior part of a nine-year school: pupils and amounts, rows that are
/// counted with it (不计校数) included, shared amounts divided by the scheme's weights.
/// </summary>
public sealed class SchoolPart
{
    private readonly Release release;
    private readonly Scheme scheme;
    private readonly int[] hosted;

    /// <summary>The part of the school in <paramref name="row"/>; the caller has made sure that the school, or a row that it hosts, has the stage.</summary>
    public SchoolPart(Release release, Scheme scheme, StageId stage, Vocabulary vocabulary, int row)
    {
        this.release = release;
        this.scheme = scheme;
        Stage = stage;
        Row = row;
        Type = vocabulary.Type(School.Type);
        int[] below = release.Schools.HostedRows(row);
        hosted = below.Length == 0 ? below : [.. below.Where(r => vocabulary.IsCountedElsewhere(release.Schools[r]))];
        IReadOnlyList<StageId> own = Type?.Stages ?? [stage];
        Stages = hosted.Length == 0 ? own : [.. own.Union(Hosted.SelectMany(r => vocabulary.Type(release.Schools[r].Type)?.Stages ?? []))];
    }

    /// <summary>Row in the table of schools.</summary>
    public int Row { get; }

    /// <summary>Stage.</summary>
    public StageId Stage { get; }

    /// <summary>The school's words.</summary>
    public School School => release.Schools[Row];

    /// <summary>Type, null where the code is unknown.</summary>
    public SchoolType? Type { get; }

    /// <summary>Rows counted with this one (不计校数, no teaching points), in id order.</summary>
    public IReadOnlyList<int> Hosted => hosted;

    /// <summary>Stages of the school and of the rows counted with it: a primary school that hosts a junior class (附设初中班) has both.</summary>
    public IReadOnlyList<StageId> Stages { get; }

    /// <summary>Pupils of the stage.</summary>
    public Amount Pupils => Sum(StageColumn.Pupils(Stage));

    /// <summary>Pupils of all stages the school has; unknown where one is.</summary>
    public Amount AllPupils
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Stages.Count; i++)
            {
                Amount pupils = Sum(StageColumn.Pupils(Stages[i]));
                if (!pupils.IsKnown)
                {
                    return pupils;
                }

                sum += pupils.Value;
            }

            return new Amount(sum, CellState.Reported);
        }
    }

    /// <summary>The indicator's denominator: pupils, or hundreds of pupils.</summary>
    public Amount Denominator(Indicator indicator)
    {
        Amount raw = Sum(indicator.Per.ColumnFor(Stage));
        return raw.IsKnown ? raw with { Value = raw.Value * indicator.Per.Factor } : raw;
    }

    /// <summary>The indicator's numerator for this stage, divided between the stages of a through-school where the indicator says so (rules.md §1.5).</summary>
    public Amount Numerator(Indicator indicator)
    {
        double sum = 0;
        for (int i = 0; i < indicator.Numerator.Count; i++)
        {
            Term term = indicator.Numerator[i];
            Amount amount = Sum(term.ColumnFor(Stage));
            if (!amount.IsKnown)
            {
                return amount;
            }

            sum += amount.Value * term.Factor;
        }

        Amount share = indicator.Split ? Share() : new Amount(1, CellState.Reported);
        return share.IsKnown ? new Amount(sum * share.Value, CellState.Reported) : share;
    }

    /// <summary>The per-pupil (or per hundred) value; unknown where an input is, or where the stage has no pupils.</summary>
    public Amount Value(Indicator indicator)
    {
        Amount numerator = Numerator(indicator);
        if (!numerator.IsKnown)
        {
            return numerator;
        }

        return Value(numerator, Denominator(indicator));
    }

    /// <summary>An amount over pupils; unknown where either is, not applicable without pupils.</summary>
    internal static Amount Value(Amount numerator, Amount denominator) =>
        !numerator.IsKnown ? numerator
        : !denominator.IsKnown ? denominator
        : denominator.Value > 0 ? new Amount(numerator.Value / denominator.Value, CellState.Reported)
        : new Amount(double.NaN, CellState.NotApplicable);

    /// <summary>
    /// The stage's share of what the whole school uses: its pupils times the stage's weight over the sum of all stages
    /// (九年一贯制 1:1.1, 完全中学 1.1:1.32, 十二年一贯制 1:1.1:1.32). 1 for a school of one stage.
    /// </summary>
    public Amount Share()
    {
        if (Stages.Count < 2)
        {
            return new Amount(1, CellState.Reported);
        }

        double own = 0;
        double all = 0;
        for (int i = 0; i < Stages.Count; i++)
        {
            StageId stage = Stages[i];
            Amount pupils = Sum(StageColumn.Pupils(stage));
            if (!pupils.IsKnown)
            {
                return pupils;
            }

            double weighted = pupils.Value * scheme.Weights.GetValueOrDefault(stage, 1);
            all += weighted;
            own += stage == Stage ? weighted : 0;
        }

        return all > 0 ? new Amount(own / all, CellState.Reported) : new Amount(double.NaN, CellState.NotApplicable);
    }

    /// <summary>Pupils over classes 平均班额; unknown where either is, not applicable without classes.</summary>
    public Amount PupilsPerClass
    {
        get
        {
            Amount classes = Sum(StageColumn.Classes(Stage));
            Amount pupils = Pupils;
            return !pupils.IsKnown ? pupils
                : !classes.IsKnown ? classes
                : classes.Value > 0 ? new Amount(pupils.Value / classes.Value, CellState.Reported)
                : new Amount(double.NaN, CellState.NotApplicable);
        }
    }

    /// <summary>
    /// A raw column with the rows that are counted with this one; unknown where one of them is. A row to which the column does not
    /// apply adds nothing: the junior class of a primary school is its junior part.
    /// </summary>
    public Amount Sum(string column)
    {
        Cell own = release.Schools.Number(Row, column);
        if (!own.HasValue && own.State != CellState.NotApplicable)
        {
            return new Amount(double.NaN, own.State);
        }

        bool applies = own.HasValue;
        double sum = applies ? own.Value : 0;
        foreach (int row in hosted)
        {
            Cell more = release.Schools.Number(row, column);
            if (more.HasValue)
            {
                sum += more.Value;
                applies = true;
            }
            else if (more.State != CellState.NotApplicable)
            {
                return new Amount(double.NaN, more.State);
            }
        }

        return applies ? new Amount(sum, CellState.Reported) : new Amount(double.NaN, CellState.NotApplicable);
    }
}
