using System.Text.Json;
using System.Text.RegularExpressions;
using LibraryBot.Tests.Support;
using Microsoft.Playwright;

namespace LibraryBot.Tests.Bot.Pages;

/// <summary>A machine without npm: a copy of the bot that has never fetched the page's script, started with nothing on its path.</summary>
public sealed partial class WithoutNpmTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("librarybot-no-npm-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableFact]
    public async Task ThePageAndTheStartSaySoAndTheTerminalTalks()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var program = Copy();
        Dictionary<string, string?> environment = new(database.Settings)
        {
            ["PATH"] = _folder.CreateSubdirectory("nothing").FullName,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
        };
        using var patience = new CancellationTokenSource(s_patience);
        using var bot = BotProcess.Start(["--urls=http://127.0.0.1:0"], environment, program);
        try
        {
            var (address, said) = (string.Empty, string.Empty);
            while (address.Length == 0 || !said.Contains("npm is not installed", StringComparison.Ordinal))
            {
                var line = await bot.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException(said);
                said += line + "\n";
                address = Listening().Match(line) is { Success: true } found ? found.Value : address;
            }

            using var http = new HttpClient { BaseAddress = new Uri(address) };
            using var status = JsonDocument.Parse(await http.GetStringAsync(new Uri("/webchat/status", UriKind.Relative), patience.Token));
            Assert.Equal("NoNpm", status.RootElement.GetProperty("script").GetString());

            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Browsers.StartAsync(playwright);
            var page = await browser.NewPageAsync();
            await page.GotoAsync($"{address}?lang=en");
            await page.Locator(".notice", new PageLocatorOptions { HasText = "npm is not installed" }).WaitForAsync();
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(CancellationToken.None);
        }

        using var talk = BotProcess.Start(["chat", "--as", "teacher"], environment, program);
        await talk.StandardInput.WriteLineAsync("Do you have Hatchet?".AsMemory(), patience.Token);
        talk.StandardInput.Close();
        Assert.Contains("Hatchet", await talk.StandardOutput.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
        await talk.WaitForExitAsync(patience.Token);
        Assert.Equal(0, talk.ExitCode);
    }

    // Outside the source tree, where no script was fetched before.
    private string Copy()
    {
        var built = new FileInfo(typeof(LibraryBotApp).Assembly.Location).Directory!;
        var copy = _folder.CreateSubdirectory("bot").FullName;
        foreach (var file in built.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !Apart().IsMatch(Path.GetRelativePath(built.FullName, file.FullName))))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(built.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }

        return Path.Combine(copy, "LibraryBot.dll");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();

    // What belongs to the tests only, and is large.
    [GeneratedRegex(@"^(\.playwright|screenshots|Data|Dialogs|Bot|BotFramework|App_Data)[/\\]")]
    private static partial Regex Apart();
}
