using System.Globalization;
using System.Text;
using Portal.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

const string usage = """
    Usage:
      dotnet run -c Release --project tests/Portal.Benchmarks -- province [--schools 20000] [--pairs 3] [--hugo true]
          builds an invented province in turns with a bare writer and Hugo; prints tables in Markdown
      dotnet run -c Release --project tests/Portal.Benchmarks -- bare <site> <folder>
          writes as many files of the same lengths as a finished site has, and does nothing else
      dotnet run -c Release --project tests/Portal.Benchmarks -- kinds <data> <input> <theme>
          prints what each kind of file costs, in Markdown
      dotnet run -c Release --project tests/Portal.Benchmarks -- texts <input> [<output>]
          makes the index of texts of an invented country (20,000 findings, 3,000 reports, 2,900 counties); with <output>
          writes it and 200 queries there, for: node tests/Portal.Benchmarks/texts.mjs theme <output>
      dotnet run -c Release --project tests/Portal.Benchmarks -- again <schools> <periods> <turns>
          builds an invented province from nothing, unchanged, and with one county changed; prints tables in Markdown
      dotnet run -c Release --project tests/Portal.Benchmarks -- levels <site> [1]
          prints what each level of compression costs on a finished site's text files, or on every so many of them
      dotnet run -c Release --project tests/Portal.Benchmarks -- hashing <data> [files of the site]
          prints what a build of an unchanged set must do: hashing its files, looking at their stamps, listing a site of so many files
      dotnet run -c Release --project tests/Portal.Benchmarks -- serve <data> <input> <theme> [turns]
          starts the preview; prints start to first page, and one saved change to the page that shows it
      dotnet run -c Release --project tests/Portal.Benchmarks -- remake <data> <input> <theme> [turns]
          what the preview does after a saved change, without a browser: prints processor time and allocation
      dotnet run -c Release --project tests/Portal.Benchmarks -- traffic <site> [visits a year]
          prints what visits to a finished site cost its host, in bytes
      dotnet run -c Release --project tests/Portal.Benchmarks -- search <folder> [schools, 193000]
          writes the index of names of a country (in the project's folder); then: node tests/Portal.Benchmarks/names.mjs <folder> [schools tried, 500]
      dotnet run -c Release --project tests/Portal.Benchmarks -- sizes <data> <input> <theme> [every, 100]
          prints the largest page of each kind without writing the site; of pages of a county or school, one in so many
      dotnet run -c Release --project tests/Portal.Benchmarks -- load <data> <input> <theme>
          prints what loading and computing a set cost, in Markdown
    """;

switch (args)
{
    case ["province", .. var options] when ProvinceOptions.Parse(options) is { } parsed:
        Province.Run(parsed, Console.Out);
        return 0;
    // The program starts itself again for this one, so that the stages are measured from a cold start like a build.
    case ["stages", var data, var input, var theme]:
        Stages.Run(data, input, theme);
        return 0;
    case ["load", var data, var input, var theme]:
        Load.Run(data, input, theme);
        return 0;
    case ["sizes", var data, var input, var theme, .. var every]:
        Wide.Run(data, input, theme, every is [var step] ? int.Parse(step, CultureInfo.InvariantCulture) : 100, Console.Out);
        return 0;
    case ["bare", var site, var folder]:
        BareWriter writer = new(site, lengthsOnly: true);
        Run run = writer.Write(folder);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writer.Count:N0} files, {writer.Bytes / 1e6:N0} MB: {run.Wall:F1} s, {run.Cpu:F1} CPU s"));
        return 0;
    case ["kinds", var data, var input, var theme]:
        Kinds.Run(data, input, theme);
        return 0;
    case ["texts", var input, .. var output]:
        Texts.Run(input, reports: 3_000, findings: 20_000, counties: 2_900, output.FirstOrDefault(), Console.Out);
        return 0;
    case ["again", var schools, var periods, var turns]:
        Again.Run(int.Parse(schools, CultureInfo.InvariantCulture), int.Parse(periods, CultureInfo.InvariantCulture), int.Parse(turns, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["levels", var site, .. var every]:
        Levels.Run(site, every is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1, Console.Out);
        return 0;
    case ["hashing", var data, .. var files]:
        Hashing.Run(data, files is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1000, Console.Out);
        return 0;
    case ["serve", var data, var input, var theme, .. var turns]:
        Serve.Run(data, input, theme, turns is [var times] ? int.Parse(times, CultureInfo.InvariantCulture) : 5, Console.Out);
        return 0;
    case ["remake", var data, var input, var theme, .. var turns]:
        Remake.Run(data, input, theme, turns is [var changes] ? int.Parse(changes, CultureInfo.InvariantCulture) : 5, Console.Out);
        return 0;
    case ["traffic", var site, .. var visits]:
        Traffic.Run(site, visits is [var many] ? long.Parse(many, CultureInfo.InvariantCulture) : 10_000_000, Console.Out);
        return 0;
    case ["search", var folder, .. var size] when size.Length == 0 || (size.Length == 1 && int.TryParse(size[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)):
        SearchBench.Run(folder, "tests/Portal.Site.Tests/Search/county-names.tsv", size.Length == 0 ? 193_000 : int.Parse(size[0], CultureInfo.InvariantCulture), "theme", Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}
