"""What several stages share: polygons, opening and closing, cells, contours."""
