using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;
using Portal.Sources.Tables;

namespace Portal.Sources.Tests;

public class CellParserTests
{
    [Fact]
    public void Printed_digits_come_back()
    {
        Gen<string> numbers =
            from mantissa in ArbMap.Default.GeneratorFor<long>()
            from decimals in Gen.Choose(0, 15)
            from negative in Gen.Elements("", "-")
            let digits = (mantissa & Cell.MaxMantissa).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0')
            let text = decimals == 0 ? digits : digits.Insert(digits.Length - decimals, ".")
            where negative.Length == 0 || text.Any(c => c is >= '1' and <= '9')
            select negative + text;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(numbers.ToArbitrary(), text =>
        {
            Assert.Null(CellParser.Parse(text, out Cell cell));
            Assert.Equal(text, cell.ToString());
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), cell.Value);
        }));
    }

    [Fact]
    public void What_is_not_in_the_grammar_is_refused_and_what_is_in_it_is_kept()
    {
        Gen<string> texts = Gen.Elements("0", "1", "7", "9", ".", "-", "+", "e", "E", ",", "%", " ", "z", "x", "c", "约", "１", "Z", "\t")
            .ListOf().Select(l => string.Concat(l)).Where(t => t.Length <= 14);
        Regex grammar = new(@"\A[ \t]*(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[zxc])?[ \t]*\z");
        Regex minusZero = new(@"\A[ \t]*-[0.]+[ \t]*\z");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            bool good = grammar.IsMatch(text) && !minusZero.IsMatch(text);
            Assert.Equal(good, CellParser.Parse(text, out Cell cell) is null);
            Assert.Equal(good ? text.Trim(' ', '\t') : "", cell.ToString());
        }));
    }

    [Theory]
    [InlineData("", CellState.NotReported)]
    [InlineData("z", CellState.NotApplicable)]
    [InlineData("x", CellState.NotAvailable)]
    [InlineData("c", CellState.Withheld)]
    public void Markers_are_typed_and_never_zero(string text, CellState state)
    {
        Assert.Null(CellParser.Parse(text, out Cell cell));
        Assert.Equal(state, cell.State);
        Assert.True(double.IsNaN(cell.Value));
    }

    [Theory]
    [InlineData("9007199254740991", true)]
    [InlineData("9007199254740992", false)]
    [InlineData("0.123456789012345", true)]
    [InlineData("0.1234567890123456", false)]
    public void Digits_that_a_double_cannot_hold_are_refused(string text, bool good) => Assert.Equal(good, CellParser.Parse(text, out _) is null);
}
