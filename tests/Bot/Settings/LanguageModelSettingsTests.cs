using LibraryBot.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenAI.Chat;

namespace LibraryBot.Tests.Bot.Settings;

public sealed class LanguageModelSettingsTests
{
    [Theory]
    [InlineData("Deployment", "")]
    [InlineData("ApiKey", "")]
    [InlineData("Endpoint", "http://model.example.org/v1")]
    [InlineData("Endpoint", "ftp://model.example.org/v1")]
    [InlineData("AnswerWithin", "00:00:00")]
    [InlineData("AnswerWithin", "00:01:00")]
    [InlineData("SearchWordsWithin", "00:00:05")]
    [InlineData("CallsPerPersonAndDay", "-1")]
    [InlineData("PauseAfter", "1")]
    [InlineData("VisitorCallsPerDay", "-1")]
    [InlineData("TokensPerDay", "-1")]
    [InlineData("GuidanceFile", "/there/is/no/such.txt")]
    public void WhatCannotWorkIsSaidAtStart(string name, string value)
    {
        var trouble = Assert.Throws<InvalidOperationException>(() => Read(("Provider", "OpenAI"), ("Deployment", "small"), ("ApiKey", "key-4711"), (name, value)));

        Assert.Contains(name, trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AzureNeedsAnAddressButNoKey()
    {
        Assert.Throws<InvalidOperationException>(() => Read(("Provider", "AzureOpenAI"), ("Deployment", "small")));

        var settings = Read(("Provider", "AzureOpenAI"), ("Deployment", "small"), ("Endpoint", "https://school.openai.azure.com"));
        using var services = Services(settings);
        Assert.NotNull(services.GetRequiredService<ChatClient>());
    }

    [Fact]
    public void WithoutAProviderThereIsNoClient()
    {
        using var services = Services(Read());

        Assert.Null(services.GetService<ChatClient>());
    }

    [Fact]
    public void TheSchoolsGuidanceIsReadFromItsFile()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "We are a Spanish immersion school.\n");
            Assert.Equal("We are a Spanish immersion school.", Read(("GuidanceFile", file)).ToOptions().Guidance);
            File.WriteAllText(file, new string('x', 4001));
            Assert.Throws<InvalidOperationException>(() => Read(("GuidanceFile", file)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static LanguageModelSettings Read(params (string Name, string Value)[] values) => LanguageModelSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(values.GroupBy(value => value.Name).Select(value => KeyValuePair.Create($"LanguageModel:{value.Key}", (string?)value.Last().Value))).Build());

    private static ServiceProvider Services(LanguageModelSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLanguageModel(settings);
        return services.BuildServiceProvider();
    }
}
