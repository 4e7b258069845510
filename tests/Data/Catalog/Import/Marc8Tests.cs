using System.Text;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Tests.Data.Catalog.Import;

/// <summary>What MARC-8 bytes mean is from the code tables of the Library of Congress.</summary>
public sealed class Marc8Tests
{
    [Theory]
    [InlineData("J\u00E8og", "Jög")]
    [InlineData("M\u00E2exico", "México")]
    [InlineData("espa\u00E4nol", "español")]
    [InlineData("fran\u00F0cais", "français")]
    [InlineData("\u00C5Qu\u00E2e?", "¿Qué?")]
    [InlineData("Vi\u00F2\u00E3et", "Việt")]
    [InlineData("\u00EBt\u00ECs", "t\u0361s")]
    [InlineData("\u00FAn\u00FBg", "n\u0360g")]
    [InlineData("\u00C3 1999 \u00C8 5", "© 1999 € 5")]
    [InlineData("\u0088The \u0089end", "The end")]
    public void AMarkGoesBehindItsLetterAndIsComposedWithIt(string bytes, string expected) => Assert.Equal(expected, Decode(bytes));

    [Theory]
    [InlineData("\u001Bgabc\u001Bs abc", "αβγ abc")]
    [InlineData("H\u001Bb2\u001BsO", "H₂O")]
    [InlineData("mc\u001Bp2\u001Bs", "mc²")]
    [InlineData("\u001B(NmOSKWA\u001B(B!", "Москва!")]
    [InlineData("\u001B,NmOSKWA\u001B,B!", "Москва!")]
    [InlineData("\u001B)N\u00ED\u00CF\u00D3\u00CB\u00D7\u00C1 (x)", "Москва (x)")]
    [InlineData("\u001B-N\u00ED\u00CF\u00D3\u001B)!E\u00E2e", "Мосé")]
    [InlineData("\u001B(QD\u001B(B", "ё")]
    [InlineData("\u001B(SFnn\"aea\u001B(B.", "Ελλάδα.")]
    [InlineData("\u001B(2ylem\u001B(B", "שלום")]
    [InlineData("\u001B(3cJGH\u001B(B", "كتاب")]
    [InlineData("\u001B(4)\u001B(B", "پ")]
    public void AnEscapeSequenceChoosesTheScript(string bytes, string expected) => Assert.Equal(expected, Decode(bytes));

    [Theory]
    [InlineData("\u001B$1!0!!0\"\u001B(B end", "[EACC:213021 213022] end", 2)]
    [InlineData("\u001B$,1!0!\u001B(B", "[EACC:213021]", 1)]
    [InlineData("\u001B$)1\u00A1\u00B0\u00A1a", "[EACC:213021]a", 1)]
    [InlineData("\u001B$1!0", "[EACC:2130]", 1)]
    public void EastAsianTextIsKeptUndecodedAndCounted(string bytes, string expected, int count)
    {
        var decoder = new Marc8Decoder();

        Assert.Equal(expected, decoder.Decode(Encoding.Latin1.GetBytes(bytes)));
        Assert.Equal(count, decoder.EaccCharacters);
    }

    [Fact]
    public void EachSubfieldBeginsWithLatinLetters()
    {
        var decoder = new Marc8Decoder();
        decoder.Decode("\u001B(NmOSKWA"u8);

        Assert.Equal("mOSKWA", decoder.Decode("mOSKWA"u8));
        Assert.Equal("é", decoder.Decode([0xE2, (byte)'e']));
    }

    [Fact]
    public void BytesWithoutMeaningAreCountedAndNothingIsThrown()
    {
        var decoder = new Marc8Decoder();
        var random = new Random(8);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            decoder.Decode(bytes);
        }

        Assert.True(decoder.UnknownBytes > 0);
        Assert.Equal("a\uFFFD", new Marc8Decoder().Decode([(byte)'a', 0xD0]));
    }

    private static string Decode(string bytes) => new Marc8Decoder().Decode(Encoding.Latin1.GetBytes(bytes));
}
