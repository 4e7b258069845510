using LibraryBot.Data.Catalog.Circulation;

namespace LibraryBot.Settings;

/// <summary>The section <c>Circulation</c>.</summary>
internal static class CirculationSection
{
    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">A value is out of its range or cannot be read, or there is no such setting.</exception>
    public static CirculationSettings Read(IConfiguration configuration)
    {
        var settings = new CirculationSettings();
        configuration.GetSection("Circulation").Bind(settings, options => options.ErrorOnUnknownConfiguration = true);
        return settings.Check();
    }
}
