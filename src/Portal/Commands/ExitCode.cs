namespace Portal.Commands;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    /// <summary>All good; warnings may have been printed.</summary>
    public const int Good = 0;

    /// <summary>The input has errors, or the output folder cannot be used. The site is as it was.</summary>
    public const int BadInput = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>A mistake in the program itself.</summary>
    public const int Fault = 3;
}

/// <summary>The command line asks for something that cannot be; the message says what, in Chinese.</summary>
public sealed class UsageException(string message) : Exception(message);
