using Portal.Commands;

namespace Portal.Tests.Commands;

/// <summary>A run of the program inside the test: its exit code and what it printed.</summary>
public sealed record Run(int Code, string Output, string Error)
{
    public static Run Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLine.Run(args, output, error, terminal: false);
        return new Run(code, output.ToString(), error.ToString());
    }
}
