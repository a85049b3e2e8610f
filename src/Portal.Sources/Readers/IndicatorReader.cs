using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads indicators.csv with its formulas.</summary>
internal static class IndicatorReader
{
    /// <summary>Indicators of a scheme, in order of the table.</summary>
    public static IReadOnlyList<Indicator> Read(Reading reading, TableFiles files, Scheme scheme, Known known)
    {
        Table table = Table.Read(reading, Definitions.Indicators, files, known);
        if (table.All.Count == 0)
        {
            reading.Add(ProblemKinds.NoIndicators, new Location(files.Shown), scheme.Id.Value);
        }

        known.Indicators[scheme.Id.Value] = new KnownWords(table.All.Select(r => r.Text("indicator")));
        List<Indicator> indicators = [];
        foreach (TableRow row in table.Rows)
        {
            IReadOnlyList<Term>? numerator = Formula.Numerator(row.Text("numerator"));
            Term? per = Formula.Per(row.Text("per"));
            if (numerator is null)
            {
                reading.Reject(ProblemKinds.BadFormula, row.At("numerator"), row.Text("numerator"));
            }

            if (per is null)
            {
                reading.Reject(ProblemKinds.BadFormula, row.At("per"), row.Text("per"));
            }

            CheckColumns(reading, row.At("numerator"), numerator ?? [], scheme, known);
            CheckColumns(reading, row.At("per"), per is null ? [] : [per], scheme, known);
            string label = row.Text("label");
            indicators.Add(new Indicator(
                new IndicatorId(row.Text("indicator")),
                label,
                row.Text("short").Length > 0 ? row.Text("short") : label,
                row.Text("unit"),
                (int)(row.Whole("decimals") ?? 0),
                numerator ?? [],
                per ?? new Term("", 1),
                row.Text("split") == "yes",
                row.Choice("better", Better.Higher, Better.Lower),
                row.Choice("use", IndicatorUse.Coefficient, IndicatorUse.Standard, IndicatorUse.Coefficient | IndicatorUse.Standard),
                row.Text("source")));
        }

        return indicators;
    }

    /// <summary>Checks that the columns of a sum are known, for every stage of the scheme.</summary>
    public static bool CheckColumns(Reading reading, Location where, IReadOnlyList<Term> terms, Scheme scheme, Known known)
    {
        if (known.Vocabulary is not { } vocabulary)
        {
            return true;
        }

        bool good = true;

        foreach (Term term in terms)
        {
            foreach (Stage stage in scheme.Stages)
            {
                string name = term.ColumnFor(stage.Id);
                if (vocabulary.Column(name) is not { Kind: not ColumnKind.Text })
                {
                    reading.Reject(ProblemKinds.FormulaColumn, where, name, Nearest.To(name, vocabulary.Columns.Where(c => c.Kind != ColumnKind.Text).Select(c => c.Name)));
                    good = false;
                    break;
                }
            }
        }

        return good;
    }
}
