using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads measures.csv and funding.csv.</summary>
internal static class FundingReader
{
    private static readonly string[] Origins = ["finance", "column", "recognised", "recognised-share", "classes-from"];

    /// <summary>measures.csv: unit and stage of measures, and where else than in facts.csv they are found.</summary>
    public static IReadOnlyDictionary<(string, string), MeasureDetail> Measures(Reading reading, IReadOnlyDictionary<string, TableFiles> files, IReadOnlyList<Column> columns, Known known)
    {
        Dictionary<(string, string), MeasureDetail> measures = [];
        foreach (TableRow row in Table.Read(reading, Definitions.Measures, files.GetValueOrDefault("measures"), known).Rows)
        {
            string vocabulary = row.Text("vocabulary");
            string code = row.Text("code");
            if (!IsCode(reading, known, vocabulary, code, row.At("code")))
            {
                continue;
            }

            TakenFrom? from = null;
            if (row.Text("taken_from") is { Length: > 0 } text)
            {
                from = Origin(text, columns, known, out string wrong);
                if (from is null)
                {
                    reading.Reject(ProblemKinds.UnknownOrigin, row.At("taken_from"), text, wrong);
                    continue;
                }
            }

            measures[(vocabulary, code)] = new MeasureDetail(row.Text("unit"), row.Text("stage") == "each" ? StageUse.Each : StageUse.None, from);
        }

        return measures;
    }

    /// <summary>funding.csv.</summary>
    public static IReadOnlyList<FundingCheck> Checks(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known)
    {
        List<FundingCheck> checks = [];
        foreach (TableRow row in Table.Read(reading, Definitions.Funding, files.GetValueOrDefault("funding"), known).Rows)
        {
            FundingRule rule = (FundingRule)Array.IndexOf(Definitions.FundingRules, row.Text("rule"));
            string[] codes = row.Text("inputs").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int needed = FundingCheck.InputsOf(rule);
            if (codes.Length != needed)
            {
                reading.Add(ProblemKinds.FundingInputs, row.At("inputs"), row.Text("rule"), Number(needed), Number(codes.Length));
                continue;
            }

            if (row.Cell("threshold").HasValue != (rule == FundingRule.ShareAtLeast))
            {
                reading.Add(ProblemKinds.FundingThreshold, row.At("threshold"), row.Text("rule"), rule == FundingRule.ShareAtLeast ? "没有写限值" : "不用限值");
                continue;
            }

            StageId? stage = row.Text("stage") is { Length: > 0 } word ? new StageId(word) : null;
            if (codes.All(code => IsCode(reading, known, "finance", code, row.At("inputs")) && (UseOf(known, code) != StageUse.Each || IsStage(reading, known, code, row, "stage"))))
            {
                checks.Add(new FundingCheck(
                    row.Text("check"), (int)row.Whole("order")!.Value, row.Text("group"), row.Text("label"), rule,
                    [.. codes.Select(code => new FundingMeasure(code, UseOf(known, code) == StageUse.None ? null : stage))], stage, row.Cell("threshold"),
                    (int)Math.Clamp(row.Whole("years")!.Value, 1, 10), row.Text("asked_of") == "country", row.Day("from")!.Value, new PlaceCode(row.Text("place")), row.Text("source")));
            }
        }

        return checks;
    }

    /// <summary>Checks that a row gives a stage where its measure is given by stage, and only there; a measure that measures.csv does not have is not checked.</summary>
    public static bool IsStage(Reading reading, Known known, string measure, TableRow row, string column)
    {
        string stage = row.Text(column);
        if (UseOf(known, measure) is not { } use || use == StageUse.Each == stage.Length > 0)
        {
            return true;
        }

        if (use == StageUse.Each)
        {
            reading.Add(ProblemKinds.MeasureNeedsStage, row.At(column), measure);
        }
        else
        {
            reading.Add(ProblemKinds.MeasureWithoutStage, row.At(column), measure, stage);
        }

        return false;
    }

    private static StageUse? UseOf(Known known, string measure) => known.Vocabulary?.Measures.GetValueOrDefault(("finance", measure))?.Stage;

    private static bool IsCode(Reading reading, Known known, string vocabulary, string code, Location where)
    {
        if (known.Codes is null || (known.Codes.TryGetValue(vocabulary, out KnownWords? codes) && codes.Has(code)))
        {
            return true;
        }

        reading.Reject(ProblemKinds.UnknownCode, where, code, vocabulary, known.Codes.TryGetValue(vocabulary, out KnownWords? near) ? near.NearestTo(code) : Nearest.None);
        return false;
    }

    private static TakenFrom? Origin(string text, IReadOnlyList<Column> columns, Known known, out string wrong)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        MeasureOrigin origin = (MeasureOrigin)Array.IndexOf(Origins, parts[0]);
        string name = parts.Length > 1 ? parts[1] : "";
        bool staged = origin == MeasureOrigin.Finance && parts.Length == 3 && Array.IndexOf(FixedWords.Stages, parts[2]) >= 0;
        wrong = (int)origin < 0 ? $"没有“{parts[0]}”这种办法"
            : parts.Length != (staged ? 3 : 2) ? "写法不对"
            : origin switch
            {
                MeasureOrigin.Finance when known.Codes is not null && !(known.Codes.TryGetValue("finance", out KnownWords? codes) && codes.Has(name)) => $"finance 词表里没有“{name}”",
                MeasureOrigin.Column when !columns.Any(c => c.Name == name && c is { Kind: not ColumnKind.Text, Disclosure: Disclosure.School, MinCount: null }) => $"columns.csv 里没有可以公开到学校的数字列“{name}”",
                MeasureOrigin.ClassesFrom when name.Length is 0 or > 3 || !name.All(char.IsAsciiDigit) => $"“{name}”不是人数",
                _ => "",
            };
        return wrong.Length > 0 ? null : new TakenFrom(origin, name, staged ? new StageId(parts[2]) : null);
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
