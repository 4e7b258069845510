using System.Globalization;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Equipment.Desk;

namespace LibraryBot.Pages;

/// <summary>How much equipment and spaces were used, as CSV at <c>/usage/TOKEN.csv</c>, for whoever has the link. Counts and hours, no people.</summary>
internal static class UsageFiles
{
    /// <summary>Adds the address.</summary>
    public static void MapUsageFiles(this IEndpointRouteBuilder app) => app.MapGet(UsageLinks.Path + "{token}.csv", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, string token, UsageLinks links, Utilization utilization, CancellationToken cancellationToken)
    {
        LinkedDocument.Prepare(http);
        if (await links.OpenAsync(token, cancellationToken) is not { } link)
        {
            return Results.NotFound();
        }

        var uses = await utilization.OfAsync(link.ResourceId, link.From, link.To, cancellationToken);
        return Results.File(Table(link, uses), "text/csv; charset=utf-8", FormattableString.Invariant($"{UsageStrings.FileName} {link.From:yyyy-MM-dd} {link.To:yyyy-MM-dd}.csv"));
    }

    private static byte[] Table(UsageLink link, IReadOnlyList<ResourceUse> uses)
    {
        var csv = new CsvFile();
        csv.Add(
        [
            UsageStrings.Thing, UsageStrings.Total, UsageStrings.From, UsageStrings.To, UsageStrings.OpenHours, UsageStrings.BookedHours, UsageStrings.Share, UsageStrings.Bookings, UsageStrings.NotCollected,
        ]);
        foreach (var use in uses)
        {
            csv.Add(
            [
                use.Resource.NameIn(SpokenLanguage.Current), Number(use.Total), Day(link.From), Day(link.To), Hours(use.Open), Hours(use.Booked), use.Rate.ToString("0.###", CultureInfo.InvariantCulture),
                Number(use.Bookings), Number(use.NoShows),
            ]);
        }

        return csv.ToBytes();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Hours(TimeSpan time) => time.TotalHours.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
