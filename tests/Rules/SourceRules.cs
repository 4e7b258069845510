using System.Text.RegularExpressions;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Rules;

public sealed partial class SourceRules
{
    [Fact]
    public void TheClockIsAlwaysInjected() =>
        AssertNoneMatch(ReadsTheClock(), file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/Rules/", StringComparison.Ordinal));

    [Fact]
    public void NothingIsLeftOpen() =>
        AssertNoneMatch(LeftOpen(), file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/Rules/", StringComparison.Ordinal));

    /// <summary>An adapter that cannot do something throws this by the published API, so botframework/ may name it.</summary>
    [Fact]
    public void NothingIsLeftUnwritten() =>
        AssertNoneMatch(Unwritten(), file => file.EndsWith(".cs", StringComparison.Ordinal) && !IsAboutAdapters(file) && !file.StartsWith("tests/Rules/", StringComparison.Ordinal));

    [Fact]
    public void NoPackageRegistryIsNamed() =>
        AssertNoneMatch(NamesARegistry(), file => !file.StartsWith("tests/Rules/", StringComparison.Ordinal) && IsText(file));

    [Fact]
    public void EveryFileOfWordsIsThereInSpanish()
    {
        var english = Repository.Files.Where(file => file.EndsWith("Strings.resx", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(english);
        Assert.All(english, file => Assert.Contains(Path.ChangeExtension(file, ".es.resx"), Repository.Files));
    }

    private static bool IsAboutAdapters(string file) =>
        file is "botframework/Builder/Adapters/BotAdapter.cs" or "tests/BotFramework/Builder/BotAdapterTests.cs";

    private static bool IsText(string file) =>
        Path.GetExtension(file) is ".cs" or ".md" or ".json" or ".xml" or ".yml" or ".yaml" or ".sh" or ".props" or ".targets" or ".csproj" or ".html" or ".js" or "";

    private static void AssertNoneMatch(Regex pattern, Func<string, bool> among)
    {
        var found = Repository.Files.Where(among)
            .SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, file))
                .Select((line, index) => (file, line, number: index + 1))
                .Where(at => pattern.IsMatch(at.line)))
            .Select(at => $"{at.file}:{at.number}: {at.line.Trim()}");

        Assert.Empty(found);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex ReadsTheClock();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b")]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"\bNotImplementedException\b")]
    private static partial Regex Unwritten();

    [GeneratedRegex(@"https?://[a-z.]*(nuget|npmjs|debian)\.")]
    private static partial Regex NamesARegistry();
}
