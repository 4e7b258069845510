using System.Reflection;
using LibraryBot.Data;
using LibraryBot.Dialogs;

namespace LibraryBot.Tests.Rules;

public sealed class DependencyRules
{
    [Fact]
    public void DataKnowsNothingOfChatOrOfAServer()
    {
        var references = ReferencesOf(typeof(LibraryContext).Assembly);

        Assert.DoesNotContain(references, name => name.StartsWith("LibraryBot", StringComparison.Ordinal));
        Assert.DoesNotContain("BotFramework", references);
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void DialogsKnowDataAndTheRuntimeButNoHost()
    {
        var references = ReferencesOf(typeof(Capability).Assembly);

        Assert.DoesNotContain("LibraryBot", references);
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains("LibraryBot.Data", references);
    }

    private static List<string> ReferencesOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];
}
