using System.Diagnostics;

namespace Portal.Tests.Commands;

/// <summary>A named pipe, which nobody writes to: reading it never ends.</summary>
public static class Pipe
{
    public static void Make(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
