using Microsoft.Playwright;

namespace LibraryBot.Tests.Support;

/// <summary>The browser for the tests: the one that LIBRARYBOT_TEST_CHROMIUM names, else Debian's chromium.</summary>
internal static class Browsers
{
    /// <summary>Starts it without a window; skips the test where there is none.</summary>
    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        var program = Environment.GetEnvironmentVariable("LIBRARYBOT_TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Skip.IfNot(File.Exists(program), $"There is no {program}; LIBRARYBOT_TEST_CHROMIUM can name another.");
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
