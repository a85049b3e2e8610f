using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <summary>
/// What a person at the preview waits for: from its start to the first page, and from saving one changed number to the page that shows it. The
/// preview is asked as a browser asks it: the page's own event stream says when to load again.
/// </summary>
internal static partial class Serve
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Starts the preview of a data set, changes one number of one school and back, and prints what each took.</summary>
    /// <param name="data">Folder of the set; its first part of schools is changed and left as it was.</param>
    /// <param name="input">Texts.</param>
    /// <param name="theme">Style sheet and scripts.</param>
    /// <param name="turns">Changes that are measured, after one that is not.</param>
    /// <param name="print">Receives the tables.</param>
    public static void Run(string data, string input, string theme, int turns, TextWriter print)
    {
        int port = FreePort();
        string[] args = [Path.Combine(AppContext.BaseDirectory, "portal.dll"), "serve", "--data", data, "--input", input, "--theme", theme, "--port", port.ToString(CultureInfo.InvariantCulture)];
        ProcessStartInfo start = new("dotnet", args) { RedirectStandardOutput = true, RedirectStandardError = true };
        using HttpClient browser = new() { BaseAddress = new Uri($"http://localhost:{port}/"), Timeout = Patience };
        long from = Stopwatch.GetTimestamp();
        using Process server = Process.Start(start)!;
        _ = server.StandardError.ReadToEndAsync();
        try
        {
            string? ready = server.StandardOutput.ReadLine();
            double loaded = Stopwatch.GetElapsedTime(from).TotalSeconds;
            if (ready is null)
            {
                throw new InvalidOperationException("The preview ended before it showed anything.");
            }

            Visit home = Get(browser, "");
            print.WriteLine("| preview | wall s |\n|---|---:|");
            print.WriteLine(Line("start → input read, pages planned", loaded));
            print.WriteLine(Line("then the first page (home)", home.Seconds));
            Changes(browser, server, data, turns, print);
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    private static void Changes(HttpClient browser, Process server, string data, int turns, TextWriter print)
    {
        (string part, string first, string second, string school, string county) = Change(data);
        print.WriteLine(Line("then a school's page", Get(browser, school).Seconds));
        print.WriteLine(Line("then a county's page", Get(browser, county).Seconds));
        List<(double Told, double School, double County, double Cpu)> measured = [];
        try
        {
            for (int turn = 0; turn <= turns; turn++)
            {
                Visit before = Get(browser, school);
                using Stream events = browser.GetStreamAsync(new Uri("/.portal/events" + Tag().Match(before.Html).Groups[1].Value, UriKind.Relative)).Result;
                using StreamReader told = new(events);
                told.ReadLine();
                server.Refresh();
                TimeSpan cpu = server.TotalProcessorTime;
                long saved = Stopwatch.GetTimestamp();
                File.WriteAllText(part, turn % 2 == 0 ? second : first);
                while (told.ReadLine() is { } line && !line.StartsWith("data:", StringComparison.Ordinal))
                {
                }

                double reload = Stopwatch.GetElapsedTime(saved).TotalSeconds;
                Visit after = Get(browser, school);
                double seen = Stopwatch.GetElapsedTime(saved).TotalSeconds;
                server.Refresh();
                cpu = server.TotalProcessorTime - cpu;
                Visit place = Get(browser, county);
                if (Tag().Replace(before.Html, "") == Tag().Replace(after.Html, ""))
                {
                    throw new InvalidOperationException("The school's page does not show the change.");
                }

                if (turn > 0) // the first is still compiling
                {
                    measured.Add((reload, seen, place.Seconds, cpu.TotalSeconds));
                }
            }
        }
        finally
        {
            File.WriteAllText(part, first);
        }

        print.WriteLine("\n| one number of one school saved, median (least–most) | wall s | CPU s |\n|---|---:|---:|");
        print.WriteLine($"| → open pages are told to reload | {Spread(measured.Select(m => m.Told))} | |");
        print.WriteLine($"| → the school's page shows it | {Spread(measured.Select(m => m.School))} | {Spread(measured.Select(m => m.Cpu))} |");
        print.WriteLine($"| then the county's page | {Spread(measured.Select(m => m.County))} | |");
        server.Refresh();
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nThe preview held {server.WorkingSet64 / 1048576.0:N0} MiB at the end, {server.PeakWorkingSet64 / 1048576.0:N0} at most."));
    }

    /// <summary>One number of one school of the newest release, changed.</summary>
    /// <returns>The file, its text as it is and changed, the addresses of the school's and of the county's page.</returns>
    internal static (string Part, string First, string Second, string School, string County) Change(string data)
    {
        string part = Directory.EnumerateFiles(Path.Combine(data, "releases"), "*.csv", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "schools").Order(StringComparer.Ordinal).Last();
        string first = File.ReadAllText(part);
        string[] lines = first.Split('\n');
        string[] header = lines[0].TrimEnd('\r').Split(','), cells = lines[1].TrimEnd('\r').Split(',');
        int books = Array.IndexOf(header, "books");
        cells[books] = (int.Parse(cells[books], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        lines[1] = string.Join(',', cells);
        return (part, first, string.Join('\n', lines), $"schools/{cells[Array.IndexOf(header, "school")]}/", $"places/{cells[Array.IndexOf(header, "place")]}/");
    }

    private static Visit Get(HttpClient browser, string address)
    {
        long from = Stopwatch.GetTimestamp();
        string html = browser.GetStringAsync(new Uri(address, UriKind.Relative)).Result;
        return new Visit(html, Stopwatch.GetElapsedTime(from).TotalSeconds);
    }

    private static string Spread(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:N2} ({sorted[0]:N2}–{sorted[^1]:N2})");
    }

    private static string Line(string what, double seconds) => string.Create(CultureInfo.InvariantCulture, $"| {what} | {seconds:N2} |");

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"/\.portal/reload\.js(\?[0-9]+)")]
    private static partial Regex Tag();

    private sealed record Visit(string Html, double Seconds);
}
