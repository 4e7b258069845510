using LibraryBot.Data.Equipment;

namespace LibraryBot.Settings;

/// <summary>The section <c>Equipment</c>.</summary>
internal static class EquipmentSection
{
    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">A value is out of its range, is no value of its kind, or is called by a name there is not.</exception>
    public static EquipmentSettings Read(IConfiguration configuration)
    {
        var settings = new EquipmentSettings();
        configuration.GetSection("Equipment").Bind(settings, options => options.ErrorOnUnknownConfiguration = true);
        return settings.Check();
    }
}
