using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads allowances.csv: whom a relaxation is for, where it has been adopted, what it replaces. Read after the scheme's indicators, standards and items.</summary>
internal sealed partial class AllowanceReader(Reading reading, Scheme scheme, Known known)
{
    private static readonly (string Sign, Relation Relation)[] Signs = [("<=", Relation.AtMost), (">=", Relation.AtLeast), ("<", Relation.Below), (">", Relation.Above), ("=", Relation.Equal)];

    /// <summary>Allowances in order of the table; none where the scheme's indicators, to which they refer, could not be read.</summary>
    public IReadOnlyList<Allowance> Read(TableFiles? files)
    {
        if (scheme.Indicators.Count == 0)
        {
            return [];
        }

        List<Allowance> allowances = [];
        foreach (TableRow row in Table.Read(reading, Definitions.Allowances, files, known).Rows)
        {
            if (IsInOrder(row) && Replaces(row) is { } replaces && Conditions(row) is { } conditions)
            {
                allowances.Add(new Allowance(
                    row.Text("allowance"),
                    row.Text("label"),
                    row.Text("applies_to"),
                    row.Text("stage").Length > 0 ? new StageId(row.Text("stage")) : null,
                    row.Text("place").Length > 0 ? new PlaceCode(row.Text("place")) : null,
                    row.Day("from") ?? scheme.InForce,
                    row.Day("until"),
                    conditions,
                    replaces,
                    row.Text("source")));
            }
        }

        return allowances;
    }

    private bool IsInOrder(TableRow row)
    {
        if (row.Day("until") is { } until && until < row.Day("from"))
        {
            reading.Add(ProblemKinds.UntilBeforeFrom, row.At("until"), row.Text("from"), row.Text("until"));
            return false;
        }

        return true;
    }

    private Replacement? Replaces(TableRow row)
    {
        string target = row.Text("applies_to");
        bool indicator = known.Indicators[scheme.Id.Value].Has(target);
        if (!indicator && scheme.Items.All(i => i.Id.Value != target))
        {
            reading.Reject(ProblemKinds.UnknownRelaxed, row.At("applies_to"), target, scheme.Id.Value, Nearest.To(target, [.. scheme.Indicators.Select(i => i.Id.Value), .. scheme.Items.Select(i => i.Id.Value)]));
            return null;
        }

        string text = row.Text("replaces");
        Replacement? replaces = Replacement(text);
        if (replaces is null)
        {
            reading.Reject(ProblemKinds.BadReplacement, row.At("replaces"), text);
            return null;
        }

        if (indicator == replaces is Replacement.ThresholdIs)
        {
            reading.Reject(ProblemKinds.ReplacementOfOther, row.At("replaces"), text, target);
            return null;
        }

        return replaces switch
        {
            Replacement.NumeratorGains gains when !IsColumn(row, "replaces", gains.Term.Column, ProblemKinds.FormulaColumn, words: false) => null,
            Replacement.StandardIs standard when !IsLooser(row, standard) => null,
            Replacement.ThresholdIs threshold when !IsLooser(row, threshold) => null,
            _ => replaces,
        };
    }

    private static Replacement? Replacement(string text)
    {
        Match match = Replacing().Match(text);
        if (!match.Success)
        {
            return null;
        }

        string what = match.Groups["what"].Value;
        string value = match.Groups["value"].Value;
        if (what == "numerator+=")
        {
            return Formula.Numerator(value) is [{ Factor: > 0 } term] ? new Replacement.NumeratorGains(term) : null;
        }

        return CellParser.Parse(value, out Cell cell) is not null || !cell.HasValue ? null
            : what == "standard=" ? new Replacement.StandardIs(cell)
            : new Replacement.ThresholdIs(cell);
    }

    // Against the country's standards of the same stage that hold at the same time.
    private bool IsLooser(TableRow row, Replacement.StandardIs replaces)
    {
        Indicator? indicator = scheme.Indicator(new IndicatorId(row.Text("applies_to")));
        string stage = row.Text("stage");
        foreach (Standard standard in scheme.Standards.Where(s => s.Indicator == indicator?.Id && s.Place == PlaceCode.Country && (stage.Length == 0 || s.Stage.Value == stage)))
        {
            bool stricter = indicator!.Better == Better.Higher ? replaces.Value.Value > standard.Value.Value : replaces.Value.Value < standard.Value.Value;
            if (stricter)
            {
                reading.Reject(ProblemKinds.NotRelaxed, row.At("replaces"), replaces.Value.ToString(), standard.Value.ToString());
                return false;
            }
        }

        return true;
    }

    private bool IsLooser(TableRow row, Replacement.ThresholdIs replaces)
    {
        foreach (Item item in scheme.Items.Where(i => i.Id.Value == row.Text("applies_to") && i.Place == PlaceCode.Country && i.Threshold.HasValue))
        {
            if (ItemReader.IsAtMost(item.Rule) ? replaces.Value.Value < item.Threshold.Value : replaces.Value.Value > item.Threshold.Value)
            {
                reading.Reject(ProblemKinds.NotRelaxed, row.At("replaces"), replaces.Value.ToString(), item.Threshold.ToString());
                return false;
            }
        }

        return true;
    }

    // The page of a school says which allowance holds: what it rests on must be public. Of items schools are counted instead.
    private bool IsPublic(TableRow row, Column column)
    {
        if (column.Disclosure == Disclosure.School || row.Text("place").Length == 0 || !known.Indicators[scheme.Id.Value].Has(row.Text("applies_to")))
        {
            return true;
        }

        reading.Reject(ProblemKinds.ConditionNotPublic, row.At("conditions"), column.Name);
        return false;
    }

    private List<AllowanceCondition>? Conditions(TableRow row)
    {
        List<AllowanceCondition> conditions = [];
        foreach (string text in row.Text("conditions").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            AllowanceCondition? condition = (AllowanceCondition?)OneOf(row, text) ?? Compared(row, text);
            if (condition is null)
            {
                return null;
            }

            conditions.Add(condition);
        }

        return conditions;
    }

    private AllowanceCondition.OneOf? OneOf(TableRow row, string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        (SchoolWord Word, KnownWords? Codes, string Vocabulary)? subject = (colon < 0 ? "" : text[..colon]) switch
        {
            "types" => (SchoolWord.Type, known.Types, "types"),
            "urban" => (SchoolWord.UrbanRural, known.Codes?.GetValueOrDefault("urban_rural"), "urban_rural"),
            "sponsors" => (SchoolWord.Sponsor, known.Codes?.GetValueOrDefault("sponsor"), "sponsor"),
            _ => null,
        };
        if (subject is not var (word, codes, vocabulary))
        {
            return null;
        }

        string[] listed = text[(colon + 1)..].Split(',');
        foreach (string code in listed)
        {
            if (codes is not null && !codes.Has(code))
            {
                string nearest = codes.NearestTo(code);
                string[] more = word == SchoolWord.Type ? [nearest] : [vocabulary, nearest];
                reading.Reject(word == SchoolWord.Type ? ProblemKinds.UnknownType : ProblemKinds.UnknownCode, row.At("conditions"), code, more);
            }
        }

        return new AllowanceCondition.OneOf(word, listed);
    }

    private AllowanceCondition.Compared? Compared(TableRow row, string text)
    {
        Match match = Comparing().Match(text);
        if (!match.Success || CellParser.Parse(match.Groups["number"].Value, out Cell number) is not null || !number.HasValue)
        {
            reading.Reject(ProblemKinds.BadCondition, row.At("conditions"), text);
            return null;
        }

        string name = match.Groups["name"].Value;
        Relation relation = Signs.First(s => s.Sign == match.Groups["sign"].Value).Relation;
        return name is AllowanceCondition.Pupils or AllowanceCondition.LargestClass || IsColumn(row, "conditions", name, ProblemKinds.ConditionColumn, words: true)
            ? new AllowanceCondition.Compared(name, relation, number)
            : null;
    }

    private bool IsColumn(TableRow row, string field, string name, ProblemKind kind, bool words)
    {
        if (known.Vocabulary is not { } vocabulary)
        {
            return true;
        }

        IEnumerable<StageId> stages = row.Text("stage").Length > 0 ? [new StageId(row.Text("stage"))] : scheme.Stages.Select(s => s.Id);
        foreach (StageId stage in stages)
        {
            string column = new Term(name, 1).ColumnFor(stage);
            if (vocabulary.Column(column) is not { } found || (!words && found.Kind == ColumnKind.Text))
            {
                reading.Reject(kind, row.At(field), column, Nearest.To(column, vocabulary.Columns.Where(c => words || c.Kind != ColumnKind.Text).Select(c => c.Name)));
                return false;
            }

            if (words && !IsPublic(row, found))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\A(?<what>standard=|threshold=|numerator\+=)(?<value>\S+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Replacing();

    [GeneratedRegex(@"\A(?<name>[a-z][a-z0-9_]*(?:\{stage\}[a-z0-9_]*)?)(?<sign><=|>=|<|>|=)(?<number>[0-9.]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();
}
