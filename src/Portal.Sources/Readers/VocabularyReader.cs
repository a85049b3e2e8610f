using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads columns, types and codes.</summary>
internal static class VocabularyReader
{
    /// <summary>Reads the three tables; where one is missing that is a problem and nothing is checked against it.</summary>
    public static Vocabulary Read(Reading reading, IReadOnlyDictionary<string, TableFiles> files, string commonFolder, Known known)
    {
        foreach (TableDefinition needed in new[] { Definitions.Columns, Definitions.Types, Definitions.Codes })
        {
            if (!files.ContainsKey(needed.Name))
            {
                reading.Add(ProblemKinds.MissingFile, new Location($"{Reading.Shown(commonFolder)}/{needed.Name}.csv"), needed.Name + ".csv");
            }
        }

        Table codes = Table.Read(reading, Definitions.Codes, files.GetValueOrDefault("codes"), known);
        if (files.ContainsKey("codes"))
        {
            known.Codes = codes.All.GroupBy(r => r.Text("vocabulary"), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new KnownWords(g.Select(r => r.Text("code"))), StringComparer.Ordinal);
        }

        Table types = Table.Read(reading, Definitions.Types, files.GetValueOrDefault("types"), known);
        if (files.ContainsKey("types"))
        {
            known.Types = new KnownWords(types.All.Select(r => r.Text("type")));
        }

        Table columns = Table.Read(reading, Definitions.Columns, files.GetValueOrDefault("columns"), known);
        Vocabulary vocabulary = new(
            [.. columns.Rows.Where(r => IsOwn(reading, r, columns)).Select(Column)],
            [.. types.Rows.Where(r => AreStages(reading, r, known)).Select(r => new SchoolType(r.Text("type"), r.Text("label"), Stages(r), r.Text("kind") == "teaching-point"))],
            codes.Rows.ToDictionary(r => (r.Text("vocabulary"), r.Text("code")), r => r.Text("label")));
        vocabulary = new Vocabulary(vocabulary.Columns, vocabulary.Types, vocabulary.Codes) { Measures = FundingReader.Measures(reading, files, vocabulary.Columns, known) };
        known.Vocabulary = files.ContainsKey("columns") ? vocabulary : null;
        return vocabulary;
    }

    /// <summary>Measures that promise a step (vocabulary <c>planned-step</c>): each is a measure and names a scheme of the set and a step.</summary>
    public static void CheckPlannedSteps(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known)
    {
        // Its cells have been told of: only what they mean together is told here.
        Table codes = Table.Read(new Reading(new ProblemList()), Definitions.Codes, files.GetValueOrDefault("codes"), known);
        foreach (TableRow row in codes.Rows.Where(r => r.Text("vocabulary") == PlannedStep.Vocabulary))
        {
            string code = row.Text("code");
            string[] words = row.Text("label").Split(' ');
            if (words.Length != 2 || known.SchemeIds?.Has(words[0]) == false || Array.IndexOf(FixedWords.Steps, words[1]) < 0)
            {
                reading.Add(ProblemKinds.BadPlannedStep, row.At("label"), code, row.Text("label"), string.Join('、', FixedWords.Steps));
            }

            if (known.Codes?.GetValueOrDefault("measure") is { } measures && !measures.Has(code))
            {
                reading.Add(ProblemKinds.PlannedStepWithoutMeasure, row.At("code"), code, measures.NearestTo(code));
            }
        }
    }

    private static Column Column(TableRow row) => new(
        row.Text("column"),
        row.Text("label"),
        row.Text("unit"),
        row.Text("stage") == "all" ? null : new StageId(row.Text("stage")),
        row.Choice("kind", ColumnKind.Pupils, ColumnKind.Classes, ColumnKind.Staff, ColumnKind.Asset, ColumnKind.Rooms, ColumnKind.Text),
        (int)(row.Whole("decimals") ?? 0),
        row.Choice("disclosure", Disclosure.School, Disclosure.County, Disclosure.Never),
        row.Text("basis"),
        (int?)row.Whole("min_count"),
        row.Text("source"));

    // A raw column is not a fixed column of schools.csv, has a label of its own, and names neither examinations nor persons.
    private static bool IsOwn(Reading reading, TableRow row, Table columns)
    {
        foreach (string field in new[] { "column", "label" })
        {
            string name = row.Text(field);
            if (Forbidden.IsPersonal(name))
            {
                reading.Reject(ProblemKinds.PersonalColumn, row.At(field), name);
            }
            else if (Forbidden.IsExam(name))
            {
                reading.Reject(ProblemKinds.ForbiddenColumn, row.At(field), name);
            }

            TableRow first = columns.Rows.First(r => r.Text(field) == name);
            if (first != row || Definitions.Schools.Columns.Any(c => c.Name == name || c.Label == name))
            {
                reading.Reject(ProblemKinds.RepeatedKey, row.At(field), name, first != row ? first.Where.ToString() : "schools", field);
                return false;
            }
        }

        return true;
    }

    private static StageId[] Stages(TableRow row) => [.. row.Text("stages").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => new StageId(s))];

    private static bool AreStages(Reading reading, TableRow row, Known known)
    {
        foreach (StageId stage in Stages(row))
        {
            if (!known.Stages.Has(stage.Value))
            {
                reading.Reject(ProblemKinds.UnknownStage, row.At("stages"), stage.Value, string.Join(' ', known.Stages.Words));
                return false;
            }
        }

        return true;
    }
}
