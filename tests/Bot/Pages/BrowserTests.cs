using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LibraryBot.Tests.Bot.Pages;

/// <summary>The page in a real browser. Its pictures are kept in the folder <c>screenshots</c> beside the tests.</summary>
public sealed class BrowserTests(BotHost bot) : IClassFixture<BotHost>
{
    private const int Patience = 30_000;

    [SkippableFact]
    public async Task AReaderAsksRefinesAndPlacesAHold()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await OpenAsync(browser, 1100, 900);

        var holds = await HoldsAsync(0);
        await SayAsync(page, "a funny graphic novel for a 4th grader");
        var shown = await TitlesAsync(page, 1);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("recommendations") });
        await SayAsync(page, "shorter");
        var refined = await TitlesAsync(page, 2);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Hold", System.Text.RegularExpressions.RegexOptions.None) }).Last.ClickAsync();

        var owned = await bot.TitlesAsync();
        Assert.NotEmpty(shown);
        Assert.NotEmpty(refined);
        Assert.All(shown.Concat(refined), title => Assert.Contains(title, owned));
        Assert.Equal(holds + 1, await HoldsAsync(holds + 1));

        // The card that now says "held" stays where it was, above the words that tell so.
        await page.GetByText("On hold for you").First.WaitForAsync();
        Assert.DoesNotMatch(@"\d · \S", await page.Locator(".webchat__bubble__content").Last.InnerTextAsync());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("held") });
    }

    [SkippableTheory]
    [InlineData("en", 1100, ColorScheme.Light)]
    [InlineData("en", 320, ColorScheme.Light)]
    [InlineData("es", 390, ColorScheme.Dark)]
    [InlineData("es", 1100, ColorScheme.Dark)]
    public async Task ThePageFitsAnyWidthAndWorksByKeyboard(string language, int width, ColorScheme scheme)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await OpenAsync(browser, width, 800, language, scheme);

        await page.Keyboard.PressAsync("Tab");
        var first = await page.EvaluateAsync<string>("document.activeElement.className");
        await page.Locator(".starters button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await TitlesAsync(page, 1);

        Assert.Equal("skip", first);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the window.");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture($"{language}-{width}-{scheme}") });
    }

    [SkippableFact]
    public async Task ChoosingWhomToChatAsBeginsAConversationWithThem()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await OpenAsync(browser, 900, 900);

        await page.Locator("#as").SelectOptionAsync("family");
        await page.GetByText("Hola").First.WaitForAsync();
        await SayAsync(page, "libros ilustrados sobre perros");

        Assert.NotEmpty(await TitlesAsync(page, 1));
    }

    [SkippableTheory]
    [InlineData("en", 1100, ColorScheme.Light)]
    [InlineData("es", 360, ColorScheme.Dark)]
    public async Task ATeacherBooksIsOfferedAnotherTimeTakesItChangesItAndGivesItUp(string language, int width, ColorScheme scheme)
    {
        var isSpanish = language == "es";
        var (day, period) = await OccupyAsync("makerspace", isSpanish ? 3 : 2);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await OpenAsync(browser, width, 900, language, scheme);
        await page.Locator("#as").SelectOptionAsync("teacher");

        await SayAsync(page, isSpanish
            ? string.Create(System.Globalization.CultureInfo.GetCultureInfo("es-US"), $"reserva el taller creativo el {day:d 'de' MMMM} en el periodo {period}")
            : string.Create(System.Globalization.CultureInfo.GetCultureInfo("en-US"), $"book the makerspace on {day:MMMM d} period {period}"));
        await page.GetByText(isSpanish ? "Taller creativo: ocupado." : "Makerspace: taken.").First.WaitForAsync();
        await PictureAsync("taken");

        await Button(isSpanish ? "^Reservar: .*hora " : "^Book: .*period ").First.ClickAsync();
        await page.GetByText(isSpanish ? "Listo, está reservado." : "Done, it is booked.").First.WaitForAsync();
        await PictureAsync("booked");

        await SayAsync(page, isSpanish ? "pásala al periodo 5" : "move it to period 5");
        await Button(isSpanish ? "^Cambiarla" : "^Change it").Last.ClickAsync();
        await page.GetByText(isSpanish ? "Listo, está cambiado." : "Done, it is changed.").First.WaitForAsync();
        await PictureAsync("changed");

        await SayAsync(page, isSpanish ? "cancélala" : "cancel it");
        await page.GetByText(isSpanish ? "¿Cancelo esta reserva?" : "Shall I cancel this booking?").First.WaitForAsync();
        await PictureAsync("cancel");
        await Button(isSpanish ? "^Cancelar" : "^Cancel ").Last.ClickAsync();
        await page.GetByText(isSpanish ? "Cancelado: " : "Cancelled: ").First.WaitForAsync();

        await PictureAsync("cancelled");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the window.");
        await using var context = bot.NewContext();
        var teacher = await context.People.SingleAsync(person => person.Key == "teacher");
        Assert.All(await context.Bookings.Where(booking => booking.PersonId == teacher.Id).ToListAsync(), booking => Assert.Equal(BookingStatus.Cancelled, booking.Status));

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new(name) });
        Task PictureAsync(string name) => page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture($"booking-{language}-{name}") });
    }

    // Somebody else has it then, on the next school day.
    private async Task<(DateOnly Day, int Period)> OccupyAsync(string key, int period)
    {
        await using var context = bot.NewContext();
        var resource = await context.Resources.SingleAsync(each => each.Key == key);
        var other = await context.People.SingleAsync(person => person.Key == "teacher-science");
        var school = bot.Services.GetRequiredService<BookingRules>().CalendarOf(null);
        var day = school.NextSchoolDay(school.DateAt(TimeProvider.System.GetUtcNow()))!.Value;
        var time = school.PeriodsOn(day).Single(each => BellSchedule.NumberOf(each.Period) == period);
        Assert.IsType<BookingOutcome.Booked>(await bot.Services.GetRequiredService<BookingDesk>().BookAsync(
            new BookingRequest(other.Id, [new BookingItem(resource.Id)], time.Start, time.End), default));
        return (day, period);
    }

    private async Task<IPage> OpenAsync(IBrowser browser, int width, int height, string language = "en", ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = language == "es" ? "es-US" : "en-US",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(bot.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        await page.GotoAsync($"{bot.Address}?lang={language}");
        Skip.If(await page.Locator("html[data-ready]").Or(page.Locator(".notice", new PageLocatorOptions { HasText = "npm" })).First.GetAttributeAsync("data-ready") is null,
            "The web chat's script could not be fetched with npm.");
        await page.Locator(".webchat__bubble").First.WaitForAsync();
        Assert.Empty(foreign);
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("[data-id='webchat-sendbox-input']").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The numbered titles on the latest card, once there are so many cards with titles.</summary>
    private static async Task<IReadOnlyList<string>> TitlesAsync(IPage page, int cards)
    {
        var withTitles = page.Locator(".ac-adaptiveCard").Filter(new LocatorFilterOptions { HasTextRegex = new(@"1 · \S") });
        await withTitles.Nth(cards - 1).WaitForAsync();
        var lines = await withTitles.Nth(cards - 1).Locator(".ac-textBlock").AllInnerTextsAsync();
        return [.. lines.Select(line => System.Text.RegularExpressions.Regex.Match(line.Trim(), @"^\d · (.+)$")).Where(match => match.Success).Select(match => match.Groups[1].Value)];
    }

    /// <summary>How many holds there are, once there are at least so many.</summary>
    private async Task<int> HoldsAsync(int least)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            await using var context = bot.NewContext();
            var holds = await context.Holds.CountAsync(patience.Token);
            if (holds >= least)
            {
                return holds;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private static string Picture(string name) => Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png");
}
