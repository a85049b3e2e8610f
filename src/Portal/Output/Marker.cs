using System.Globalization;
using System.Text;

namespace Portal.Output;

/// <summary>
/// The small file at the top of every output folder: it says that the folder is ours, and of what inputs it was made, so that a
/// build of the same inputs has nothing to do and a folder with somebody else's files is never touched.
/// </summary>
/// <param name="Fingerprint">Of all inputs, options and the program (<see cref="InputFingerprint"/>).</param>
/// <param name="Files">Files of the site, without the marker.</param>
/// <param name="Bytes">Their lengths together.</param>
internal sealed record Marker(string Fingerprint, int Files, long Bytes)
{
    public const string FileName = ".portal-site";
    private const string FirstLine = "本文件夹由 Portal 程序生成，会被整体替换，请勿在此存放或修改文件。";

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    public static Marker? Read(string folder)
    {
        string path = PathIn(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            int colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
            {
                values[line[..colon]] = line[(colon + 2)..];
            }
        }
        bool whole = int.TryParse(values.GetValueOrDefault("files"), CultureInfo.InvariantCulture, out int files)
            & long.TryParse(values.GetValueOrDefault("bytes"), CultureInfo.InvariantCulture, out long bytes);
        return new Marker(whole ? values.GetValueOrDefault("fingerprint", "") : "", files, bytes);
    }

    /// <summary>Writes the marker as a new file; an older one may have a second name in the other tree and is not written into.</summary>
    public void Write(string folder)
    {
        File.Delete(PathIn(folder));
        string text = string.Create(CultureInfo.InvariantCulture, $"{FirstLine}\nfingerprint: {Fingerprint}\nfiles: {Files}\nbytes: {Bytes}\n");
        File.WriteAllText(PathIn(folder), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
