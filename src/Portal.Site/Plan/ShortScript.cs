using System.Collections.Concurrent;
using System.Text;
using NUglify;
using NUglify.JavaScript;
using Portal.Domain.Problems;

namespace Portal.Site.Plan;

/// <summary>
/// A script of the theme as browsers get it: no comments, no blanks, short names for what only the script itself sees. The theme keeps
/// the text to read. What the library does not understand goes out as it stands, and a warning says where it stopped.
/// </summary>
internal static class ShortScript
{
    private static readonly CodeSettings Settings = new();

    // By path, what was made of which bytes: the preview plans the site after each change, and the scripts seldom change.
    private static readonly ConcurrentDictionary<string, (ReadOnlyMemory<byte> From, byte[] Made)> Last = new(StringComparer.Ordinal);

    /// <summary>The script's bytes; the same bytes give the same.</summary>
    /// <param name="script">A script of theme/.</param>
    /// <param name="problems">Takes the first mistake.</param>
    public static ReadOnlyMemory<byte> Of(Asset script, ProblemList problems)
    {
        if (Last.TryGetValue(script.Path, out (ReadOnlyMemory<byte> From, byte[] Made) last) && last.From.Span.SequenceEqual(script.Bytes.Span))
        {
            return last.Made;
        }

        string text = Encoding.UTF8.GetString(script.Bytes.Span);
        UglifyResult made = Uglify.Js(text, Settings);
        if (made.Errors.FirstOrDefault(e => e.IsError) is not { } mistake)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(made.Code);
            Last[script.Path] = (script.Bytes, bytes);
            return bytes;
        }

        string line = text.Split('\n').ElementAtOrDefault(mistake.StartLine - 1)?.Trim() ?? "";
        problems.Add(ProblemKinds.ScriptNotUnderstood, new Location("theme/" + script.Path, mistake.StartLine), line.Length > 60 ? line[..60] + "……" : line);
        return script.Bytes;
    }
}
