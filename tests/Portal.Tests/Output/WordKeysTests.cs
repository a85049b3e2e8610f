using Portal.Output;
using Portal.Site.Plan;

namespace Portal.Tests.Output;

/// <summary>Words are worked out again where what they are made of has changed, and only there.</summary>
public sealed class WordKeysTests
{
    private static readonly string One = new('1', 64), Two = new('2', 64);

    private int asked;

    [Fact]
    public void Words_are_asked_for_once_for_each_key_and_equal_words_have_equal_hashes()
    {
        using TempFolder temp = new();
        WordKeys first = WordKeys.Read(temp["words"]);
        string hash = first.Of(Words("甲"), One);
        first.Of(Words("乙") with { Name = "other county" }, Two);
        first.Write(temp["words"]);
        Assert.Equal(2, asked);

        WordKeys second = WordKeys.Read(temp["words"]);
        Assert.Equal(hash, second.Of(Words("甲"), One));
        Assert.Equal(2, asked); // nothing has changed
        Assert.Equal(hash, second.Of(Words("甲"), Two));
        Assert.Equal(3, asked); // a number has changed that the words do not say
        Assert.NotEqual(hash, second.Of(Words("乙"), null));
        Assert.Equal(4, asked);
    }

    private ShownWords Words(string text) => new("county 990101", Basis.Common, () =>
    {
        asked++;
        return [text];
    });
}
