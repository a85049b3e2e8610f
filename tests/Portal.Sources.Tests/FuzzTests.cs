using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>Spoiled bytes give problems or a set, never an exception.</summary>
public class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_changes_never_throw(int seed)
    {
        Random random = new(seed);
        using SmallSet set = new();
        Workbook.Write(set.Delete("small/releases/2023.1/facts.csv").PathOf("small/releases/2023.1/book.xlsx"), "facts", Workbook.Facts);
        string[] files = [.. Directory.EnumerateFiles(set.PathOf(".."), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string[] bits = [",", "\"", "\n", "\r", ":", "[", "{", "- ", "---\n", "&a ", "*a", "!x ", "0", "-", "{stage}", "990101", "\u0000", "汉", "\t"];
        int spoiled = 0;
        for (int round = 0; round < 60; round++)
        {
            string file = files[random.Next(files.Length)];
            byte[] original = File.ReadAllBytes(file);
            List<byte> bytes = [.. original];
            for (int change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
            {
                int at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                    case 2: bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(bits[random.Next(bits.Length)])); break;
                    default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(20, bytes.Count - at))); break;
                }
            }

            File.WriteAllBytes(file, [.. bytes]);
            spoiled += set.Problems().Length > 0 ? 1 : 0;
            File.WriteAllBytes(file, original);
        }

        Assert.InRange(spoiled, 20, 60);
        Assert.Equal([], set.Problems());
    }
}
