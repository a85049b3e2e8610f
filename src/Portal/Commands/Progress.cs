using System.Globalization;

namespace Portal.Commands;

/// <summary>One line that says what is being done: renewed in place on a terminal, a new line every few seconds elsewhere. Short work prints nothing.</summary>
public sealed class Progress : IDisposable
{
    private static readonly TimeSpan FirstOnTerminal = TimeSpan.FromSeconds(1), NextOnTerminal = TimeSpan.FromMilliseconds(200), Elsewhere = TimeSpan.FromSeconds(5);

    private readonly TextWriter to;
    private readonly bool terminal;
    private readonly Timer timer;
    private readonly Lock gate = new();
    private string stage = "";
    private int total, done;
    private bool shown;

    /// <param name="to">Where the line goes.</param>
    /// <param name="terminal">True if a line can be renewed in place.</param>
    public Progress(TextWriter to, bool terminal)
    {
        this.to = to;
        this.terminal = terminal;
        timer = new Timer(_ => Show(), null, terminal ? FirstOnTerminal : Elsewhere, terminal ? NextOnTerminal : Elsewhere);
    }

    /// <summary>Begins a stage of the work.</summary>
    /// <param name="words">What is being done (Chinese).</param>
    /// <param name="count">How many steps it has, 0 where that is not known.</param>
    public void Stage(string words, int count = 0)
    {
        lock (gate)
        {
            (stage, total, done) = (words, count, 0);
        }
    }

    /// <summary>One step of the stage is done. Safe from many threads.</summary>
    public void Step() => Interlocked.Increment(ref done);

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            if (shown && terminal)
            {
                to.Write("\r\e[K");
            }

            stage = "";
        }
    }

    private void Show()
    {
        lock (gate)
        {
            if (stage.Length == 0)
            {
                return;
            }

            string line = total > 0 ? string.Create(CultureInfo.InvariantCulture, $"{stage} {done} / {total}") : stage;
            if (terminal)
            {
                to.Write($"\r{line}\e[K");
            }
            else
            {
                to.WriteLine(line);
            }

            shown = true;
        }
    }
}
