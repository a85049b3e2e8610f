using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>What a run took.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of processor time, user and system; NaN where the system does not say.</param>
/// <param name="PeakMiB">Largest resident memory in MiB; NaN where the system does not say.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Run(double Wall, double Cpu, double PeakMiB, string Output);

/// <summary>Runs another process and asks the operating system what it took (GNU time: the figures of wait4).</summary>
internal static class Child
{
    private const string Time = "/usr/bin/time";

    /// <summary>Runs one of the programs that lie beside this one.</summary>
    public static Run Dotnet(string assembly, string folder, params string[] args) =>
        Run(folder, ["dotnet", Path.Combine(AppContext.BaseDirectory, assembly), .. args]);

    /// <summary>Runs a command; what it prints is kept, a failure ends the benchmark.</summary>
    public static Run Run(string folder, string[] command)
    {
        string account = Path.GetTempFileName();
        bool timed = File.Exists(Time);
        string[] line = timed ? [Time, "-o", account, "-f", "%U %S %M", .. command] : command;
        ProcessStartInfo start = new(line[0], line[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(from).TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {process.ExitCode}\n{output}\n{errors.Result}");
        }

        double[] figures = timed ? [.. File.ReadAllText(account).Split().Where(t => t.Length > 0).Select(t => double.Parse(t, CultureInfo.InvariantCulture))] : [];
        File.Delete(account);
        return figures is [var user, var system, var kib] ? new Run(wall, user + system, kib / 1024, output) : new Run(wall, double.NaN, double.NaN, output);
    }

    /// <summary>True where a command can be found.</summary>
    public static bool Exists(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, command)));
}
