namespace Portal.SampleData;

/// <summary>What the plan says of a school before its numbers are drawn.</summary>
internal sealed record Sketch(
    School School, int Primary, int Junior, int Senior, int TeachersPrimary, int TeachersJunior,
    IReadOnlyCollection<string> Short, IReadOnlyDictionary<string, decimal> Fixed, bool Modest = false)
{
    /// <summary>A through-school, one soon to close or one that does not count: its assets stay near the standard and out of the aiming.</summary>
    public bool Steady => Modest || (Primary > 0 && Junior > 0) || !Balance.Counts(School);
}

/// <summary>Draws the numbers of a county's schools, so that most meet the provincial standards and the gaps between them are of a wanted size.</summary>
internal sealed class County
{
    private readonly List<Draft> drafts;
    private readonly double level;

    public County(IReadOnlyList<Sketch> sketches, Chance chance, double level, double spread = 0.6)
    {
        this.level = level;
        var middle = Median(sketches.Where(s => s.Primary > 0 && !s.Steady).Select(s => s.Primary));
        var middleJunior = Median(sketches.Where(s => s.Junior > 0 && !s.Steady).Select(s => s.Junior));
        drafts = [.. sketches.Select(s => new Draft(s, chance, s.Primary > 0 ? s.Primary / middle : s.Junior / middleJunior))];
        foreach (var draft in drafts)
        {
            draft.Staff(Math.Sqrt(level));
        }

        Even(drafts.Where(d => !d.Steady && d.Stage == "primary").ToList());
        Even(drafts.Where(d => !d.Steady && d.Stage == "junior").ToList());

        Spread("primary", spread);
        Spread("junior", spread);
        foreach (var draft in drafts)
        {
            draft.Rest(chance, Math.Sqrt(level));
        }
    }

    public IReadOnlyList<School> Schools => [.. drafts.Select(d => d.School)];

    /// <summary>Widens or narrows the gaps until the composite coefficient of the counting schools is the wanted one, as near as it can be.</summary>
    public void Aim(string stage, double composite, Func<School, bool> present)
    {
        double low = 0, high = 8;
        for (var step = 0; step < 40; step++)
        {
            var spread = (low + high) / 2;
            Spread(stage, spread);
            if (Balance.Composite([.. Schools.Where(present)], stage) < composite)
            {
                low = spread;
            }
            else
            {
                high = spread;
            }
        }
    }

    private void Spread(string stage, double spread)
    {
        foreach (var draft in drafts)
        {
            draft.Equip(stage, spread, level);
        }
    }

    /// <summary>Brings each asset's luck to one range, so that no county needs one absurd school to reach its coefficient.</summary>
    private static void Even(List<Draft> schools)
    {
        for (var i = 0; i < Standards.Assets.Length && schools.Count > 1; i++)
        {
            var (low, high) = (schools.Min(d => d.Luck[i]), schools.Max(d => d.Luck[i]));
            foreach (var school in schools)
            {
                school.Luck[i] = -0.8 + (2.2 * (school.Luck[i] - low) / (high - low));
            }
        }
    }

    private static double Median(IEnumerable<int> sizes)
    {
        var sorted = sizes.Order().ToList();
        return sorted.Count == 0 ? 1 : sorted[sorted.Count / 2];
    }

    /// <summary>One school while its numbers are being drawn.</summary>
    private sealed class Draft
    {
        private readonly Sketch sketch;
        private readonly double small;
        private readonly double[] lack = new double[Standards.Assets.Length];
        private readonly double[] staffLuck = new double[8];

        public Draft(Sketch sketch, Chance chance, double relativeSize)
        {
            this.sketch = sketch;
            // Small schools have more of everything for each pupil: the real reason for most gaps.
            small = Math.Clamp(-Math.Log(relativeSize), -1.5, 2.4);
            for (var i = 0; i < lack.Length; i++)
            {
                Luck[i] = (0.8 * small) + (0.5 * chance.Bell());
                lack[i] = chance.Between(0.84, 0.97);
            }

            for (var i = 0; i < staffLuck.Length; i++)
            {
                staffLuck[i] = chance.Unit();
            }

            School = sketch.School;
            School["pupils_primary"] = sketch.Primary;
            School["pupils_junior"] = sketch.Junior;
            School["pupils_senior"] = sketch.Senior;
        }

        public School School { get; }

        public bool Steady => sketch.Steady;

        public string Stage => sketch.Primary > 0 ? "primary" : "junior";

        /// <summary>How much more of each asset the school has for a pupil than its like: around 0, larger where it is small.</summary>
        public double[] Luck { get; } = new double[Standards.Assets.Length];

        public void Staff(double plenty)
        {
            Staff("primary", sketch.Primary, sketch.TeachersPrimary, 18.0, 0, plenty);
            Staff("junior", sketch.Junior, sketch.TeachersJunior, 13.4, 4, plenty);
        }

        /// <summary>Assets of a school of one stage follow the stage's spread; a through-school's stay near the standard.</summary>
        public void Equip(string stage, double spread, double level)
        {
            var through = sketch.Primary > 0 && sketch.Junior > 0;
            var ownSpread = sketch.Steady ? 0.3 : spread;
            if (through ? stage == "junior" : School.Pupils(stage) == 0)
            {
                return;
            }

            for (var i = 0; i < Standards.Assets.Length; i++)
            {
                var asset = Standards.Assets[i];
                var standard = through ? Math.Max(asset.Primary, asset.Junior / 1.1) : stage == "primary" ? asset.Primary : asset.Junior;
                var perPupil = sketch.Short.Contains(asset.Column)
                    ? standard * lack[i]
                    : Math.Min(standard * (asset.Column == "equipment" ? 1.6 * level * level : level) * (1.06 + (0.3 * Math.Exp(ownSpread * Luck[i]))), standard * (12 + (4 * lack[i])));
                var pupils = through
                    ? sketch.Primary + (1.1 * sketch.Junior) + (1.32 * sketch.Senior)
                    : School.Pupils(stage) == 0 ? 0 : (double)School.Pupils(stage) / Balance.Share(School, stage);
                School[asset.Column] = sketch.Fixed.TryGetValue(asset.Column, out var given)
                    ? given
                    : Math.Round((decimal)(perPupil * pupils / asset.Per), asset.Decimals, MidpointRounding.AwayFromZero);
            }
        }

        /// <summary>Columns that no coefficient of 2012 looks at.</summary>
        public void Rest(Chance chance, double plenty)
        {
            var pupils = sketch.Primary + sketch.Junior;
            var rural = School.UrbanRural.StartsWith('2');
            School["classes_primary"] = Classes(sketch.Primary, rural ? 34 : 43, 6);
            School["classes_junior"] = Classes(sketch.Junior, 46, 3);
            var classes = School["classes_primary"] + School["classes_junior"] + (sketch.Senior / 50);
            School["indoor_sports_area"] = pupils > 900 && chance.Unit() < 0.5 ? 240 + (20 * chance.Below(20)) : 0;
            School["multimedia_rooms"] = Math.Max(1, Math.Round(classes * (decimal)(plenty * chance.Between(0.88, 1.25))));
            School["music_rooms"] = pupils < 60 ? 0 : Math.Ceiling(classes / 14);
            School["music_room_area"] = School["music_rooms"] * (66 + (2 * chance.Below(20)));
            School["art_rooms"] = pupils < 60 ? 0 : Math.Ceiling(classes / 16);
            School["art_room_area"] = School["art_rooms"] * (62 + (2 * chance.Below(18)));
            School["laboratories"] = sketch.Junior > 0 ? Math.Max(2, Math.Ceiling(classes / 6)) : pupils < 150 ? 0 : Math.Ceiling(classes / 16);
            School["bandwidth"] = pupils > 1000 ? 1000 : pupils > 300 ? 500 : pupils > 80 ? 200 : 100;
            School["posts"] = Math.Max(2, School["teachers_primary"] + School["teachers_junior"] + chance.Below(5) - 1);
            School["boarders"] = rural && sketch.Junior > 0 ? Math.Round(sketch.Junior * (decimal)chance.Between(0.3, 0.6)) : 0;
            School["built_year"] = 1952 + chance.Below(66);
            School.Words["canteen"] = pupils > 50 ? "有" : "无";
            School.Words["dormitory"] = School["boarders"] > 0 ? "有" : "无";
            School.Words["school_bus"] = rural && pupils > 200 && chance.Unit() < 0.4 ? "有" : "无";
            foreach (var (column, value) in sketch.Fixed)
            {
                School[column] = value;
            }
        }

        private static decimal Classes(int pupils, int size, int least) =>
            pupils == 0 ? 0 : pupils < 20 * least ? Math.Max(1, Math.Min(least, (int)Math.Ceiling(pupils / 14.0))) : Math.Max(least, (int)Math.Ceiling((double)pupils / size));

        private void Staff(string stage, int pupils, int given, double pupilsPerTeacher, int luckFrom, double plenty)
        {
            if (pupils == 0)
            {
                return;
            }

            var floor = Standards.Teachers.Where(t => t.Stage == stage).ToDictionary(t => t.Column, t => pupils * t.Value);
            decimal Least(string column) => sketch.Short.Contains(column) ? 0 : Math.Ceiling(floor[column]);
            decimal Near(double value) => Math.Round((decimal)value);
            var teachers = given > 0
                ? given
                : sketch.Short.Contains("teachers")
                    ? Math.Max(1, Math.Floor(floor["teachers"] * 0.93m))
                    : Math.Max(2, Math.Max(Least("teachers"), Near(pupils / pupilsPerTeacher * (1 + (0.22 * Math.Max(0, small)) + (0.06 * staffLuck[luckFrom])))));
            decimal OfTeachers(decimal count) => Math.Min(teachers, count);
            School["teachers_" + stage] = teachers;
            School["teachers_above_" + stage] = OfTeachers(Math.Max(Least("teachers_above"), Near((double)teachers * (0.84 + (0.14 * staffLuck[luckFrom + 1])))));
            School["teachers_mid_" + stage] = sketch.Short.Contains("teachers_mid")
                ? Math.Max(1, Math.Floor(floor["teachers_mid"] * 0.9m))
                : OfTeachers(Math.Max(Least("teachers_mid"), Near((double)teachers * (0.38 + (0.2 * staffLuck[luckFrom + 2])))));
            School["teachers_backbone_" + stage] = OfTeachers(Near(pupils / 100.0 * plenty * (0.6 + (0.8 * staffLuck[luckFrom + 3]))));
            School["teachers_arts_sports_" + stage] = OfTeachers(Math.Max(pupils > 60 ? 1 : 0, Near(pupils / 100.0 * plenty * (0.7 + (0.6 * staffLuck[luckFrom + 1])))));
        }
    }
}
