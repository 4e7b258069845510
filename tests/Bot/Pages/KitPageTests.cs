using System.Net;
using System.Text;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Pages;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LibraryBot.Tests.Bot.Pages;

/// <summary>A shared kit as a page and as a file.</summary>
public sealed class KitPageTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("en", "For the class", "Copies as of", "What is missing")]
    [InlineData("es", "Para la clase", "Ejemplares al", "Lo que falta")]
    public async Task WhoeverHasTheLinkSeesTheKitInTheirLanguage(string language, string section, string asOf, string missing)
    {
        var (_, _, token) = await SharedAsync($"Page {language}");

        using var response = await bot.Client.GetAsync($"/kits/{token}?lang={language}");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(section, page, StringComparison.Ordinal);
        Assert.Contains(asOf, page, StringComparison.Ordinal);
        Assert.Contains(missing, page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\{\\d\\}", page);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("noindex, nofollow", response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task TheFileOpensInASpreadsheet()
    {
        var (_, _, token) = await SharedAsync("=Cmd File");

        using var response = await bot.Client.GetAsync($"/kits/{token}/kit.csv?lang=en");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes[3..]);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal(("text/csv", "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        Assert.Equal("Cmd File.csv", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.StartsWith("For,No.,Title,By,Kind,Grades,", text, StringComparison.Ordinal);
        Assert.Contains("\r\nFor the class,1,", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^\r]\n", text);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @sum", "'  @sum")]
    [InlineData("-5", "'-5")]
    [InlineData("＝HYPERLINK", "'＝HYPERLINK")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("a, \"b\"\nc", "\"a, \"\"b\"\"\nc\"")]
    [InlineData("Plain 2+2", "Plain 2+2")]
    [InlineData(null, "")]
    public void NoFieldIsAFormula(string? text, string field) => Assert.Equal(field, CsvFile.Field(text));

    [Fact]
    public async Task AfterTheLinkIsWithdrawnThereIsNothingAndNothingSaysThereWas()
    {
        var (teacher, id, token) = await SharedAsync("Withdrawn kit");
        await bot.Services.GetRequiredService<KitLinks>().WithdrawAsync(teacher, id, default);

        foreach (var address in new[] { $"/kits/{token}", $"/kits/{token}/kit.csv", "/kits/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/kits/%3Cscript%3E", $"/kits/{new string('a', 3000)}", $"/kits/{id}" })
        {
            using var response = await bot.Client.GetAsync(address);
            var page = await response.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("leads to no kit", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Withdrawn kit", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        }
    }

    [SkippableTheory]
    [InlineData("en", 1100, ColorScheme.Light)]
    [InlineData("es", 360, ColorScheme.Dark)]
    public async Task ThePageFitsAnyWidthAndCanBePrinted(string language, int width, ColorScheme scheme)
    {
        var (_, _, token) = await SharedAsync($"Ecosystems {language} {width}");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });

        await page.GotoAsync(new Uri(bot.Address, $"/kits/{token}?lang={language}").ToString());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture($"kit-{language}-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the window.");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture($"kit-{language}-{width}-print"), FullPage = true });
        Assert.False(await page.Locator(".language").IsVisibleAsync());
        Assert.False(await page.Locator("footer").IsVisibleAsync());
    }

    private static string Picture(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, name + ".png");

    private async Task<(int Teacher, int Kit, string Token)> SharedAsync(string name)
    {
        await using var library = bot.NewContext();
        var teacher = library.People.Single(person => person.Key == "teacher").Id;
        var request = new KitRequest
        {
            Standards = ["5-LS2-1"],
            Topics = ["ecosystems"],
            Grades = new GradeRange(5, 5),
            Students = 28,
            Groups = [new KitGroup(4, Grade: 2), new KitGroup(2, Language: "spa")],
        };
        var kit = await bot.Services.GetRequiredService<KitBuilder>().BuildAsync(request, default);
        var saved = Assert.IsType<SaveKitOutcome.Saved>(await bot.Services.GetRequiredService<KitShelf>().SaveAsync(teacher, name, kit, false, default)).Kit;
        return (teacher, saved.Id, (await bot.Services.GetRequiredService<KitLinks>().ShareAsync(teacher, saved.Id, default))!.Token);
    }
}
