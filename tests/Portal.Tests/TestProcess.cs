using System.Diagnostics;
using System.Globalization;
using Portal.Tests.Output;

namespace Portal.Tests;

/// <summary>
/// The entry of this assembly when a test starts it as a process of its own: it writes one generation of a site after the other until it is killed.
/// The test host itself never comes here.
/// </summary>
public static class TestProcess
{
    public static int Main(string[] args)
    {
        if (args is not ["write-generations", var folder, var first, var files])
        {
            return 2;
        }

        for (int generation = int.Parse(first, CultureInfo.InvariantCulture); ; generation++)
        {
            Generation.Site(generation, int.Parse(files, CultureInfo.InvariantCulture)).Build(folder);
        }
    }

    public static Process StartGenerations(string folder, int first, int files) =>
        Process.Start(new ProcessStartInfo("dotnet",
        [
            "exec", typeof(TestProcess).Assembly.Location, "write-generations", folder,
            first.ToString(CultureInfo.InvariantCulture), files.ToString(CultureInfo.InvariantCulture),
        ]))!;
}
