using SkiaSharp;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>A day of a week's picture.</summary>
/// <param name="Name">What stands above it, "Mon 2".</param>
/// <param name="IsClosed">Whether there is no school.</param>
/// <param name="Taken">What is taken of it, in order.</param>
internal sealed record PictureDay(string Name, bool IsClosed, IReadOnlyList<PictureSpan> Taken);

/// <summary>A taken time of a day.</summary>
/// <param name="From">From when, on the school's wall clock.</param>
/// <param name="Until">Until when; midnight is the end of the day.</param>
/// <param name="Free">How many are free.</param>
/// <param name="Total">How many there are.</param>
internal sealed record PictureSpan(TimeOnly From, TimeOnly Until, int Free, int Total);

/// <summary>
/// Draws a week as a PNG on a ground of its own, so that it is read on a light and on a dark screen. All taken is filled and crossed, some taken is striped and says how
/// many are free: what a colour says is said by a pattern too.
/// </summary>
internal static class WeekPicture
{
    private const int Left = 76;
    private const int Top = 34;
    private const int DayWidth = 84;
    private const int HourHeight = 22;
    private const int Earliest = 7;
    private const int Latest = 17;

    private static readonly SKTypeface s_typeface = SKTypeface.FromFamilyName("DejaVu Sans") ?? SKTypeface.Default;
    private static readonly SKColor s_ground = SKColors.White;
    private static readonly SKColor s_ink = new(0x22, 0x22, 0x22);
    private static readonly SKColor s_line = new(0xC8, 0xC8, 0xC8);
    private static readonly SKColor s_taken = new(0x1F, 0x4E, 0x79);
    private static readonly SKColor s_some = new(0xD6, 0xE6, 0xF5);
    private static readonly SKColor s_closed = new(0xEA, 0xEA, 0xEA);

    /// <summary>Draws it.</summary>
    /// <param name="days">The days, from left to right.</param>
    /// <param name="hour">An hour in words, "8 AM".</param>
    /// <returns>The PNG.</returns>
    public static byte[] Draw(IReadOnlyList<PictureDay> days, Func<int, string> hour)
    {
        var info = new SKImageInfo(Left + (days.Count * DayWidth) + 8, Top + ((Latest - Earliest) * HourHeight) + 12);
        using var surface = SKSurface.Create(info);
        using var font = new SKFont(s_typeface, 12) { Edging = SKFontEdging.Antialias };
        using var ink = new SKPaint { Color = s_ink, IsAntialias = true };
        var canvas = surface.Canvas;
        canvas.Clear(s_ground);
        using var line = new SKPaint { Color = s_line, StrokeWidth = 1 };
        for (var each = Earliest; each <= Latest; each++)
        {
            var y = Y(new TimeOnly(each, 0));
            canvas.DrawLine(Left, y, info.Width - 8, y, line);
            canvas.DrawText(hour(each), Left - 8, y + 4, SKTextAlign.Right, font, ink);
        }

        for (var at = 0; at <= days.Count; at++)
        {
            canvas.DrawLine(Left + (at * DayWidth), Top, Left + (at * DayWidth), Y(new TimeOnly(Latest, 0)), line);
        }

        for (var at = 0; at < days.Count; at++)
        {
            DrawDay(canvas, days[at], Left + (at * DayWidth), font, ink);
        }

        // Large even parts: without filters it is half as large, and a card may not be large.
        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9));
        return png!.ToArray();
    }

    private static void DrawDay(SKCanvas canvas, PictureDay day, float x, SKFont font, SKPaint ink)
    {
        canvas.DrawText(day.Name, x + (DayWidth / 2f), Top - 12, SKTextAlign.Center, font, ink);
        var all = new SKRect(x, Top, x + DayWidth, Y(new TimeOnly(Latest, 0)));
        if (day.IsClosed)
        {
            Fill(canvas, all, s_closed, s_line, both: false);
            return;
        }

        foreach (var span in day.Taken)
        {
            var box = new SKRect(x + 1, Y(span.From), x + DayWidth - 1, span.Until == TimeOnly.MinValue ? all.Bottom : Y(span.Until));
            if (box.Height < 1)
            {
                continue;
            }

            var isAll = span.Free == 0;
            Fill(canvas, box, isAll ? s_taken : s_some, isAll ? s_some : s_taken, both: isAll);
            if (!isAll && box.Height >= 14)
            {
                var text = FormattableString.Invariant($"{span.Free}/{span.Total}");
                var width = font.MeasureText(text) + 8;
                using var ground = new SKPaint { Color = s_ground };
                canvas.DrawRect(box.MidX - (width / 2), box.MidY - 8, width, 16, ground);
                canvas.DrawText(text, box.MidX, box.MidY + 4, SKTextAlign.Center, font, ink);
            }
        }
    }

    private static void Fill(SKCanvas canvas, SKRect box, SKColor fill, SKColor stripe, bool both)
    {
        using var paint = new SKPaint { Color = fill };
        using var stripes = new SKPaint { Color = stripe, StrokeWidth = 1, IsAntialias = false };
        canvas.Save();
        canvas.ClipRect(box);
        canvas.DrawRect(box, paint);
        for (var at = box.Left - box.Height; at < box.Right + box.Height; at += 14)
        {
            canvas.DrawLine(at, box.Bottom, at + box.Height, box.Top, stripes);
            if (both)
            {
                canvas.DrawLine(at, box.Top, at + box.Height, box.Bottom, stripes);
            }
        }

        canvas.Restore();
        using var edge = new SKPaint { Color = s_ink, Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
        canvas.DrawRect(box, edge);
    }

    private static float Y(TimeOnly at) => Top + ((float)(Math.Clamp(at.ToTimeSpan().TotalHours, Earliest, Latest) - Earliest) * HourHeight);
}
