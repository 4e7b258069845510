using System.Globalization;
using LibraryBot.Dialogs.Equipment;

namespace LibraryBot.Pages;

/// <summary>Bookings as calendar files at <c>/calendar/TOKEN.ics</c>, for whoever has the link.</summary>
internal static class CalendarFiles
{
    /// <summary>Adds the address.</summary>
    public static void MapCalendarFiles(this IEndpointRouteBuilder app) => app.MapGet(CalendarLinks.Path + "{token}.ics", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, string token, string? language, BookingCalendar calendar)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await calendar.FileAsync(token, http.RequestAborted) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentDisposition = "attachment; filename=\"booking.ics\"";
        return Results.Text(file, "text/calendar", System.Text.Encoding.UTF8);
    }
}
