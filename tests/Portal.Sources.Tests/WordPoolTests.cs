using System.Text;
using Portal.Sources.Files;

namespace Portal.Sources.Tests;

/// <summary>A word comes back with its own letters, and mostly as the same object.</summary>
public class WordPoolTests
{
    [Theory]
    [InlineData("990121")]
    [InlineData("津潭县第三小学")]
    [InlineData("a")]
    [InlineData("一")]
    [InlineData("")]
    public void A_word_is_kept_once(string word)
    {
        WordPool pool = new();
        string first = pool.Of(Encoding.UTF8.GetBytes(word));
        Assert.Equal(word, first);
        Assert.Same(first, pool.Of(Encoding.UTF8.GetBytes(word)));
    }

    [Theory]
    [InlineData(" a\t")]
    [InlineData("\u3000津潭县\u00A0")]
    [InlineData("   ")]
    public void White_space_around_a_word_is_none_of_it(string text)
    {
        WordPool pool = new();
        Assert.Equal(text.Trim(), pool.Of(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text.Trim(), pool.Of(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text.Trim(), pool.Of(Encoding.UTF8.GetBytes(text.Trim())));
    }

    [Fact]
    public void Many_words_that_take_each_others_places_keep_their_letters()
    {
        WordPool pool = new();
        for (int turn = 0; turn < 2; turn++)
        {
            for (int i = 0; i < 300_000; i++)
            {
                string word = i % 3 == 0 ? $"第{i}小学" : $"{i:D10}";
                Assert.True(word == pool.Of(Encoding.UTF8.GetBytes(word)), word);
            }
        }
    }

    [Fact]
    public void A_long_text_is_read_too() => Assert.Equal(new string('长', 400), new WordPool().Of(Encoding.UTF8.GetBytes(new string('长', 400) + " ")));
}
