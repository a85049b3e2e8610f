namespace Portal.Domain.Data;

/// <summary>Classes of a release in order of school, stage and size, found by halving: a country has half a million school stages, and needs no look-up of them.</summary>
internal sealed class ClassBands
{
    private readonly ClassBand[] bands;

    /// <summary>Takes the bands; those out of order are put into it.</summary>
    public ClassBands(IReadOnlyList<ClassBand> table)
    {
        bands = table as ClassBand[] ?? [.. table];
        for (int i = 1; i < bands.Length; i++)
        {
            if (Compare(bands[i - 1], bands[i].School, bands[i].Stage) > 0)
            {
                bands = [.. bands.OrderBy(b => b.School).ThenBy(b => b.Stage.Value, StringComparer.Ordinal)];
                break;
            }
        }
    }

    /// <summary>Bands of a school's stage, in order of the table; empty where it has none.</summary>
    public ArraySegment<ClassBand> Of(SchoolId school, StageId stage)
    {
        (int low, int high) = (0, bands.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = Compare(bands[middle], school, stage) < 0 ? (middle + 1, high) : (low, middle);
        }

        int end = low;
        while (end < bands.Length && bands[end].School == school && bands[end].Stage == stage)
        {
            end++;
        }

        return new ArraySegment<ClassBand>(bands, low, end - low);
    }

    private static int Compare(ClassBand band, SchoolId school, StageId stage)
    {
        int order = band.School.CompareTo(school);
        return order != 0 ? order : string.CompareOrdinal(band.Stage.Value, stage.Value);
    }
}
