using Portal.SampleData;

// Writes invented data sets. The same command gives the same bytes on any machine and any day.
const string usage = """
    Usage:
      dotnet run --project tests/Portal.SampleData -- demonstration <folder>
          writes the invented province 云岭省 (data/demonstration in this project)
      dotnet run --project tests/Portal.SampleData -- signed-report <file>
          writes the invented signed original of a report (input/demonstration/reports/2023/990121-junheng.pdf in this project)
      bzcat Unihan_Readings.txt.bz2 Unihan_Variants.txt.bz2 Unihan_OtherMappings.txt.bz2 | dotnet run --project tests/Portal.SampleData -- readings <folder>
          reduces Unihan (Debian: unicode-data, in /usr/share/unicode) to the tables of search (src/Portal.Site/Search/Tables in this project)
      dotnet run --project tests/Portal.SampleData -- national <folder> [--scale 0.1] [--schools N] [--counties N] [--periods N]
          writes a larger invented set, a county at a time; scale 1 is a country: 2,900 counties, 200,000 schools, three periods.
          Without a scale: 20,000 schools, one period. Where no `common` folder stands beside <folder>, the project's is copied there.
          Reports go to `input/<name>/reports` beside the folder `data` that <folder> stands in
    """;

if (args is not [var what, var folder, .. var options] || options.Length % 2 != 0)
{
    Console.Error.WriteLine(usage);
    return 2;
}

try
{
    switch (what)
    {
        case "demonstration" when options.Length == 0:
            Demonstration.Write(folder);
            return 0;
        case "signed-report" when options.Length == 0:
            SignedReport.Write(folder);
            return 0;
        case "readings" when options.Length == 0:
            using (var unihan = new StreamReader(Console.OpenStandardInput()))
            {
                ReadingTables.Write(folder, unihan);
            }

            return 0;
        case "national" when NationalSize.Parse(options) is { } size:
            National.Write(folder, size);
            return 0;
        default:
            Console.Error.WriteLine(usage);
            return 2;
    }
}
catch (InvalidOperationException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
